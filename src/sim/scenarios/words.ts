/** Writing down what is said in three levels. */
import type { Words } from './scenario.ts'

/** Experts who only speak another dialect of the same may share a text. */
export const words = (everyday: string, technical: string, protocol = technical): Words => ({
  everyday,
  technical,
  protocol,
})

/** What everybody calls alike: names of people and places. */
export const same = (text: string): Words => words(text, text)
