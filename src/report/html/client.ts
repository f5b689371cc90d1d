/**
 * The page's own script: tabs, language switch, and the weeks, drawn from the embedded data. It is text here because it runs in the
 * browser, where nothing is compiled. Everything that comes from the data is put in through `textContent`.
 */
export const clientScript = String.raw`
(function () {
'use strict';
var D = JSON.parse(document.getElementById('data').textContent);
var root = document.documentElement;
root.classList.add('js');
var zh = D.zh;
var P = D.periods.length, SLOTS = P * D.days.length, W = D.weeks;
function pick(v) { return Array.isArray(v) ? v[zh ? 0 : 1] : v; }
function t(key, n, k) { return pick(D.text[key]).replace('{n}', n).replace('{k}', k); }
function $(id) { return document.getElementById(id); }
function el(tag, cls, text) {
  var e = document.createElement(tag);
  if (cls) e.className = cls;
  if (text !== undefined && text !== '') e.textContent = text;
  return e;
}
function link(text, kind, index) {
  var a = el('a', '', text);
  a.href = '#week/' + kind + '/' + index;
  return a;
}

/* who is where, turned round once */
var rosters = D.sections.map(function () { return []; });
var homeStudents = D.homerooms.map(function () { return []; });
D.students.forEach(function (s, i) {
  if (s[2] >= 0) homeStudents[s[2]].push(i);
  s[4].forEach(function (k) { rosters[k].push(i); });
});
/* lessons: section, slot of one week, length, room, weeks (0 every, 1 odd, 2 even), teachers */
var lessonsOf = D.sections.map(function (s, k) {
  return s[6].map(function (l) { return { section: k, slot: l[0], length: l[1], room: l[2], weeks: l[3], teachers: l[4] || s[3] }; });
});
var all = [].concat.apply([], lessonsOf);
function studentName(i) { return D.students[i][1] === 0 ? D.students[i][0] : D.students[i][1]; }
function courseOf(k) { return D.courses[D.sections[k][2]] || ['', 0, 0]; }
function teacherNames(list) { return list.map(function (x) { return D.teachers[x][0]; }).join('、'); }
function sizeOf(k) { return D.sections[k][7]; }
function homeSize(i) { return homeStudents[i].length || D.homerooms[i][4]; }
function perWeek(list) { return sum(list, function (l) { return l.length * (l.weeks ? 1 : W); }) / W; }
function sum(list, f) { return list.reduce(function (n, x) { return n + f(x); }, 0); }

function openIn(open, slot, week) { return open[(week === 2 ? SLOTS : 0) + slot] === '1'; }
function openEver(open, slot) { return openIn(open, slot, 1) || (W > 1 && openIn(open, slot, 2)); }
/* self-study with a room and perhaps a supervisor, for whom 'fits' says so */
function study(fits) {
  return D.selfStudy.filter(fits).map(function (s) {
    return { study: true, slot: s[0], length: 1, weeks: s[1], room: s[2], teachers: s[3] >= 0 ? [s[3]] : [], count: s[4].length };
  });
}

/* the kinds of week: how many, what each is called, the group it is found in, its lessons, its open slots */
var anyOpen = '';
for (var q = 0; q < SLOTS * W; q++) anyOpen += D.grades.some(function (g) { return g[1][q] === '1'; }) ? '1' : '0';
var baseBreaks = D.periods.map(function (p) { return p[2]; });
function without(open, closed) {
  return closed ? open.split('').map(function (b, i) { return closed[i] === '1' ? '0' : b; }).join('') : open;
}
var kinds = {
  homeroom: {
    count: D.homerooms.length,
    name: function (i) { return D.homerooms[i][0]; },
    key: function (i) { return D.homerooms[i][0]; },
    group: function (i) { return D.grades[D.homerooms[i][1]][0]; },
    note: function (i) {
      var h = D.homerooms[i], parts = [t('people', homeSize(i))];
      if (h[3] >= 0) parts.push(t('headTeacher', D.teachers[h[3]][0]));
      if (h[2] >= 0) parts.push(D.rooms[h[2]][0]);
      return parts.join(' · ');
    },
    open: function (i) { return D.grades[D.homerooms[i][1]][1]; },
    breaks: function (i) { return D.grades[D.homerooms[i][1]][2]; },
    idle: 'free', shut: 'closed',
    lessons: function (i) {
      var counts = {};
      homeStudents[i].forEach(function (s) { D.students[s][4].forEach(function (k) { counts[k] = (counts[k] || 0) + 1; }); });
      D.sections.forEach(function (s, k) { if (s[4] === i && !counts[k]) counts[k] = sizeOf(k); });
      return [].concat.apply([], Object.keys(counts).map(function (k) {
        return lessonsOf[k].map(function (l) { return Object.assign({ count: counts[k] }, l); });
      }));
    }
  },
  teacher: {
    count: D.teachers.length,
    name: function (i) { return D.teachers[i][0]; },
    key: function (i) { return D.teachers[i][0] + ' ' + D.teachers[i][1]; },
    group: function (i) { return D.teachers[i][1]; },
    note: function (i) { return D.teachers[i][1] + ' · ' + t('periodsTaught', perWeek(kinds.teacher.lessons(i))); },
    open: function (i) { return without(anyOpen, D.teachers[i][2]); },
    breaks: function () { return baseBreaks; },
    idle: '', shut: 'unavailable',
    lessons: function (i) { return all.filter(function (l) { return l.teachers.indexOf(i) >= 0; }); },
    study: function (i) { return study(function (s) { return s[3] === i; }); }
  },
  room: {
    count: D.rooms.length,
    name: function (i) { return D.rooms[i][0]; },
    key: function (i) { return D.rooms[i][0] + ' ' + pick(D.rooms[i][1]); },
    group: function (i) { return pick(D.rooms[i][1]); },
    note: function (i) { return pick(D.rooms[i][1]) + ' · ' + t('seats', D.rooms[i][2]); },
    open: function (i) { return without(anyOpen, D.rooms[i][3]); },
    breaks: function () { return baseBreaks; },
    idle: '', shut: 'unavailable',
    lessons: function (i) { return all.filter(function (l) { return l.room === i; }); },
    study: function (i) { return study(function (s) { return s[2] === i; }); }
  },
  section: {
    count: D.sections.length,
    name: function (i) { return pick(D.sections[i][1]); },
    key: function (i) { return pick(D.sections[i][1]); },
    group: function (i) { var g = D.grades[courseOf(i)[2]]; return g ? g[0] + ' ' + D.subjects[courseOf(i)[1]] : ''; },
    note: function (i) {
      var s = D.sections[i], parts = [t('people', sizeOf(i)), s[3].length ? teacherNames(s[3]) : t('noTeacher')];
      parts.push(t('periodsTaught', perWeek(lessonsOf[i])));
      if (s[5]) parts.push(t('line', s[5]));
      return parts.join(' · ');
    },
    open: function (i) { return (D.grades[courseOf(i)[2]] || ['', anyOpen])[1]; },
    breaks: function (i) { return (D.grades[courseOf(i)[2]] || [0, 0, baseBreaks])[2]; },
    idle: '', shut: 'closed',
    lessons: function (i) { return lessonsOf[i]; }
  },
  student: {
    count: D.students.length,
    name: function (i) { return studentName(i); },
    key: function (i) { return studentName(i) + ' ' + D.students[i][0] + ' ' + kinds.student.group(i); },
    group: function (i) { var h = D.students[i][2]; return h >= 0 ? D.homerooms[h][0] : ''; },
    note: function (i) { return [kinds.student.group(i), D.students[i][0]].filter(Boolean).join(' · '); },
    open: function (i) { return (D.grades[D.students[i][3]] || ['', anyOpen])[1]; },
    breaks: function (i) { return (D.grades[D.students[i][3]] || [0, 0, baseBreaks])[2]; },
    idle: 'free', shut: 'closed',
    lessons: function (i) { return [].concat.apply([], D.students[i][4].map(function (k) { return lessonsOf[k]; })); },
    study: function (i) { return study(function (s) { return s[4].indexOf(i) >= 0; }); }
  }
};

function studyEntry(kind, l) {
  var box = el('div', 'l study');
  box.appendChild(el('b', '', t('selfStudy')));
  var parts = [kind !== 'teacher' ? teacherNames(l.teachers) : '', kind !== 'room' && l.room >= 0 ? D.rooms[l.room][0] : ''];
  if (kind !== 'student') parts.push(t('peopleShort', l.count));
  box.appendChild(el('small', '', parts.filter(Boolean).join(' · ')));
  return box;
}

function entry(kind, l, own) {
  if (l.study) return studyEntry(kind, l);
  var box = el('div', 'l s' + (courseOf(l.section)[1] % 12));
  var s = D.sections[l.section];
  var name = kind === 'teacher' || kind === 'room' ? pick(s[1]) : pick(s[0]);
  if (kind === 'section') box.appendChild(el('b', '', name));
  else { var b = el('b'); b.appendChild(link(name, 'section', l.section)); box.appendChild(b); }
  var small = el('small');
  var parts = [];
  if (kind !== 'teacher') parts.push(l.teachers.length ? teacherNames(l.teachers) : t('noTeacher'));
  if (kind !== 'room') parts.push(l.room >= 0 && l.room !== own ? D.rooms[l.room][0] : '');
  if (kind === 'teacher' || kind === 'room') parts.push(t('peopleShort', sizeOf(l.section)));
  small.textContent = parts.filter(Boolean).join(' · ');
  box.appendChild(small);
  return box;
}

/* the sections that take a homeroom's students apart, the largest first */
function walkingBox(list, size) {
  var box = el('div', 'l walk');
  var total = sum(list, function (l) { return l.count; });
  var head = el('b', '', t('walking'));
  head.appendChild(el('span', 'c', t('peopleShort', total)));
  box.appendChild(head);
  var ul = el('ul');
  list.sort(function (a, b) { return b.count - a.count || a.section - b.section; }).forEach(function (l) {
    var li = el('li');
    li.appendChild(link(pick(D.sections[l.section][0]), 'section', l.section));
    li.appendChild(el('span', 'c', String(l.count)));
    li.title = [teacherNames(l.teachers), l.room >= 0 ? D.rooms[l.room][0] : ''].join(' ');
    ul.appendChild(li);
  });
  box.appendChild(ul);
  if (size > total) box.appendChild(el('small', '', t('free') + ' ' + t('peopleShort', size - total)));
  return box;
}

function cellOf(kind, i, here) {
  if (kind !== 'homeroom') return here.map(function (l) { return entry(kind, l); });
  var home = here.filter(function (l) { return D.sections[l.section][4] === i; });
  var walk = here.filter(function (l) { return D.sections[l.section][4] !== i; });
  var size = homeSize(i) - sum(home, function (l) { return l.count; });
  var boxes = home.map(function (l) { return entry(kind, l, D.homerooms[i][2]); });
  if (walk.length) boxes.push(walkingBox(walk, size));
  return boxes;
}

/* what stands in a cell without lessons, in one kind of week */
function idleText(K, open, slot, week) {
  if (openIn(open, slot, week)) return K.idle ? t(K.idle) : '';
  return t(openIn(anyOpen, slot, week) ? K.shut : 'closed');
}
/* who is in two places at once: bits of D.clashes, in one kind of week or (0) in any; nobody has self-study beside a lesson */
function clashAt(kind, i, slot, week, held) {
  var own = (D.clashes[kind] || {})[i] || {}, bits = 0;
  [1, 2].slice(0, W).forEach(function (w) { if (!week || w === week) bits |= own[(w === 2 ? SLOTS : 0) + slot] || 0; });
  return bits || (held.length > 1 && (kind === 'student' || kind === 'teacher') ? (kind === 'student' ? 1 : 2) : 0);
}
function markClash(box, cls, bits) {
  if (!bits) return;
  box.className = cls;
  var who = ['student', 'teacher', 'room'].filter(function (_, b) { return bits >> b & 1; });
  box.appendChild(el('strong', 'clashed', t('clash') + ' · ' + who.map(function (key) { return t(key); }).join('、')));
}
/* a cell whose odd and even weeks differ has two parts, each with its mark */
function halves(kind, i, here, slot, open) {
  return [1, 2].map(function (week) {
    var half = el('div', 'half');
    half.appendChild(el('i', 'wk', t(week === 1 ? 'odd' : 'even')));
    var held = here.filter(function (l) { return !l.weeks || l.weeks === week; });
    markClash(half, 'half clash', clashAt(kind, i, slot, week, held));
    if (held.length) cellOf(kind, i, held).forEach(function (box) { half.appendChild(box); });
    else half.appendChild(el('span', 'idle', idleText(kinds[kind], open, slot, week) || '–'));
    return half;
  });
}

function breakRow(key, columns) {
  var tr = el('tr', 'pause'), td = el('td', '', t(key));
  td.colSpan = columns;
  tr.appendChild(td);
  return tr;
}

function weekTable(kind, i) {
  var K = kinds[kind], open = K.open(i), breaks = K.breaks(i), lessons = K.lessons(i);
  var at = [];
  for (var s = 0; s < SLOTS; s++) at.push([]);
  lessons.concat(K.study ? K.study(i) : []).forEach(function (l) { for (var k = 0; k < l.length; k++) if (at[l.slot + k]) at[l.slot + k].push(l); });
  var meets = {};
  if (kind === 'teacher') D.meetings.forEach(function (m) { if (m[1].indexOf(i) >= 0) m[0].forEach(function (x) { meets[x] = true; }); });
  var article = el('article', 'week');
  var head = el('header');
  head.appendChild(el('h3', '', K.name(i)));
  head.appendChild(el('p', '', K.note(i)));
  head.appendChild(el('p', 'school', D.school));
  article.appendChild(head);
  var table = el('table', 'grid'), caption = el('caption', 'quiet', t(kind) + ' ' + K.name(i) + ' ' + t('week'));
  table.appendChild(caption);
  var thead = el('thead'), tr = el('tr'), corner = el('th', 'corner', t('period'));
  corner.scope = 'col';
  tr.appendChild(corner);
  D.days.forEach(function (d) { var th = el('th', '', pick(d)); th.scope = 'col'; tr.appendChild(th); });
  thead.appendChild(tr);
  table.appendChild(thead);
  var body = el('tbody'), merged = {}, rows = [];
  for (var p = 0; p < P; p++) {
    var any = D.days.some(function (_, d) { return openEver(open, d * P + p) || at[d * P + p].length > 0; });
    if (any) rows.push(p);
  }
  rows.forEach(function (p, r) {
    var row = el('tr'), th = el('th');
    th.scope = 'row';
    th.appendChild(el('span', '', pick(D.periods[p][0])));
    if (D.periods[p][1]) th.appendChild(el('small', '', D.periods[p][1]));
    row.appendChild(th);
    D.days.forEach(function (_, d) {
      var slot = d * P + p, here = at[slot];
      if (merged[slot]) return;
      var td = el('td');
      var span = 1;
      /* a double is one tall cell where nothing else is there and no break row lies between */
      if (here.length === 1) {
        while (rows[r + span] === p + span && breaks[p + span - 1] !== 'noon' && breaks[p + span - 1] !== 'end' && breaks[p + span - 1] !== 'long' &&
          at[slot + span].length === 1 && at[slot + span][0] === here[0]) { merged[slot + span] = true; span++; }
      }
      if (span > 1) td.rowSpan = span;
      var differ = W > 1 && (here.some(function (l) { return l.weeks; }) ||
        (!here.length && idleText(K, open, slot, 1) !== idleText(K, open, slot, 2)));
      if (differ) halves(kind, i, here, slot, open).forEach(function (box) { td.appendChild(box); });
      else if (here.length) {
        markClash(td, 'clash', clashAt(kind, i, slot, 0, here));
        cellOf(kind, i, here.slice()).forEach(function (box) { td.appendChild(box); });
      }
      else if (meets[slot]) td.appendChild(el('div', 'l meet', t('meeting')));
      else if (!openIn(open, slot, 1)) { td.className = 'x'; td.appendChild(el('span', 'idle', idleText(K, open, slot, 1))); }
      else if (K.idle) td.appendChild(el('span', 'idle', t(K.idle)));
      row.appendChild(td);
    });
    body.appendChild(row);
    if (r + 1 < rows.length && breaks[p] === 'noon') body.appendChild(breakRow('noon', D.days.length + 1));
    if (r + 1 < rows.length && breaks[p] === 'long') body.appendChild(breakRow('longBreak', D.days.length + 1));
    if (r + 1 < rows.length && breaks[p] === 'end') body.appendChild(breakRow('endBreak', D.days.length + 1));
  });
  table.appendChild(body);
  article.appendChild(table);
  if (kind === 'section') {
    var details = el('details', 'roster');
    details.appendChild(el('summary', '', t('roster') + ' · ' + t('people', sizeOf(i))));
    var list = el('p', 'chips');
    rosters[i].forEach(function (x) { list.appendChild(link(studentName(x) + (kinds.student.group(x) ? '（' + kinds.student.group(x) + '）' : ''), 'student', x)); list.appendChild(document.createTextNode(' ')); });
    details.appendChild(list);
    article.appendChild(details);
  }
  return article;
}

/* the list of weeks to choose from */
var state = { kind: 'homeroom', index: 0, list: [] };
var SHOWN = 200;
function groupsOf(kind) {
  var seen = {}, list = [];
  for (var i = 0; i < kinds[kind].count; i++) {
    var g = kinds[kind].group(i);
    if (g && !seen['g' + g]) { seen['g' + g] = true; list.push(g); }
  }
  return list;
}
function fillGroups(wanted) {
  var select = $('group');
  select.textContent = '';
  var first = el('option', '', t('everything'));
  first.value = '';
  select.appendChild(first);
  groupsOf(state.kind).forEach(function (g) { var o = el('option', '', g); o.value = g; select.appendChild(o); });
  select.value = wanted || '';
}
function fillList() {
  var K = kinds[state.kind], group = $('group').value;
  var words = $('search').value.toLowerCase().split(/\s+/).filter(Boolean);
  state.list = [];
  for (var i = 0; i < K.count; i++) {
    if (group && K.group(i) !== group) continue;
    var key = K.key(i).toLowerCase();
    if (words.every(function (w) { return key.indexOf(w) >= 0; })) state.list.push(i);
  }
  var ul = $('choices');
  ul.textContent = '';
  state.list.slice(0, SHOWN).forEach(function (i) {
    var li = el('li'), a = link(K.name(i), state.kind, i);
    var group = K.group(i);
    if (state.kind === 'student' || state.kind === 'teacher') a.appendChild(el('small', '', group));
    if (i === state.index) a.setAttribute('aria-current', 'true');
    li.appendChild(a);
    ul.appendChild(li);
  });
  var n = state.list.length;
  $('count').textContent = n > SHOWN ? t('firstShown', n, SHOWN) : t('matches', n);
}
function showWeek() {
  var box = $('sheet');
  box.textContent = '';
  if (kinds[state.kind].count > state.index) box.appendChild(weekTable(state.kind, state.index));
  document.querySelectorAll('#kinds button').forEach(function (b) { b.setAttribute('aria-pressed', String(b.value === state.kind)); });
  document.querySelectorAll('#choices a').forEach(function (a) {
    if (a.getAttribute('href') === '#week/' + state.kind + '/' + state.index) a.setAttribute('aria-current', 'true');
    else a.removeAttribute('aria-current');
  });
  var chosen = document.querySelector('#choices a[aria-current]'), ul = $('choices');
  if (chosen && (chosen.offsetTop < ul.scrollTop + ul.offsetTop || chosen.offsetTop > ul.scrollTop + ul.offsetTop + ul.clientHeight - 30)) ul.scrollTop = chosen.offsetTop - ul.offsetTop - ul.clientHeight / 3;
}
function choose(kind, index) {
  var changed = kind !== state.kind;
  state.kind = kind;
  state.index = index;
  /* a long list opens at the group of what was asked for */
  if (changed) { $('search').value = ''; fillGroups(''); }
  if (changed && kinds[kind].count > SHOWN) $('group').value = kinds[kind].group(index);
  if (changed) fillList();
  showWeek();
}
function step(by) {
  var k = state.list.indexOf(state.index), n = state.list.length;
  if (n) location.hash = '#week/' + state.kind + '/' + state.list[(k + by + n) % n];
}

/* tabs and addresses */
function route() {
  var parts = location.hash.slice(1).split('/');
  var panel = parts[0];
  if (panel === 'week') {
    var index = Number(parts[2]);
    if (kinds[parts[1]] && index >= 0 && index < kinds[parts[1]].count) choose(parts[1], index);
    panel = 'weeks';
  }
  if (!$(panel) || !$(panel).classList.contains('panel')) panel = 'overview';
  document.querySelectorAll('.panel').forEach(function (x) { x.classList.toggle('on', x.id === panel); });
  root.dataset.panel = panel;
  document.querySelectorAll('nav.tabs a').forEach(function (a) {
    if (a.getAttribute('href') === '#' + panel) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  });
  if (parts[0] !== 'week' || !document.querySelector('.picker:hover')) window.scrollTo(0, 0);
}
function speak() {
  root.lang = zh ? 'zh-CN' : 'en';
  root.dataset.lang = zh ? 'zh' : 'en';
  document.title = root.dataset[zh ? 'titleZh' : 'titleEn'];
  fillGroups($('group').value);
  fillList();
  showWeek();
}
function afterPrint() { $('printing').textContent = ''; root.classList.remove('print-all'); }

document.querySelectorAll('#kinds button').forEach(function (b) {
  b.addEventListener('click', function () { location.hash = '#week/' + b.value + '/0'; });
});
$('search').addEventListener('input', function () { if ($('search').value) $('group').value = ''; fillList(); });
$('search').addEventListener('keydown', function (e) {
  if (e.key === 'Enter' && state.list.length) location.hash = '#week/' + state.kind + '/' + state.list[0];
});
$('group').addEventListener('change', fillList);
$('previous').addEventListener('click', function () { step(-1); });
$('next').addEventListener('click', function () { step(1); });
$('print').addEventListener('click', function () { window.print(); });
$('print-all').addEventListener('click', function () {
  var box = $('printing');
  state.list.forEach(function (i) { box.appendChild(weekTable(state.kind, i)); });
  root.classList.add('print-all');
  window.print();
});
window.addEventListener('afterprint', afterPrint);
$('language').addEventListener('click', function () { zh = !zh; speak(); });
window.addEventListener('hashchange', route);
fillGroups('');
fillList();
showWeek();
route();
})();
`;
