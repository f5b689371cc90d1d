export { nearest } from '../school/nearest.ts';
