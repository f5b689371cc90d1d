/** Plausible Chinese names drawn from common surnames and given-name characters; nobody in particular is meant. */
import { below, chance, pick, type Random } from './random.ts';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
  ...'余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const FEMALE = [...'婷雅静怡欣悦琳瑶颖萱媛倩雯洁娜莹梦琪璐嘉佳蕾妍晴岚芸薇蓉丹慧敏秀玉兰彤馨月冰露'];
const MALE = [...'强伟磊涛鹏杰浩宇轩斌刚毅峰超博飞凯帆鑫龙辉宏志建军勇亮栋瀚铭俊豪泽航旭恒远昊'];
const EITHER = [...'子思文晓一明晨阳天雨若书清安宁乐源林可心景云舒亦知言海春秋青新平和中华永立正启承'];

export type Gender = 'f' | 'm';

export function drawName(random: Random, gender: Gender): string {
  const own = gender === 'f' ? FEMALE : MALE;
  const surname = pick(random, SURNAMES);
  if (below(random, 5) === 0) return surname + pick(random, own);
  const first = pick(random, chance(random, 0.7) ? EITHER : own);
  const second = pick(random, own);
  return surname + first + (second === first ? pick(random, EITHER) : second);
}

/** A name that `used` does not hold yet, where one can be found; it is added to `used`. */
export function drawNewName(random: Random, gender: Gender, used: Set<string>): string {
  let name = drawName(random, gender);
  for (let attempt = 0; attempt < 50 && used.has(name); attempt++) name = drawName(random, gender);
  used.add(name);
  return name;
}
