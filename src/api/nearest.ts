export { nearestAll } from '../school/nearest.ts';
