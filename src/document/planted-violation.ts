export { rateThreat } from '../prioritize/rate.ts';
