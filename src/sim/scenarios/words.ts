/** What is said in three levels, and how it is written down. */

export const LEVELS = ['everyday', 'technical', 'protocol'] as const
/** Whose words are used: everybody's, the trade's, the standards'. */
export type Level = (typeof LEVELS)[number]
/** The same thing in three vocabularies. */
export type Words = Readonly<Record<Level, string>>

/** Experts who only speak another dialect of the same may share a text. */
export const words = (everyday: string, technical: string, protocol = technical): Words => ({
  everyday,
  technical,
  protocol,
})

/** What everybody calls alike: names of people and places. */
export const same = (text: string): Words => words(text, text)
