/**
 * Words that count, as data. The phrases and weights are ours, made for the letters of the
 * scenarios: real filters (SpamAssassin, rspamd) have thousands of rules and train on mail.
 */
export interface Phrase {
  /** In lower-case letters; found anywhere in the subject or the body. */
  readonly text: string
  /** Tenths of a point. */
  readonly tenths: number
}

export const PHRASES: readonly Phrase[] = [
  { text: 'viagra', tenths: 50 },
  { text: 'cheap pills', tenths: 50 },
  { text: 'no prescription', tenths: 40 },
  { text: 'you have won', tenths: 40 },
  { text: 'winner', tenths: 30 },
  { text: 'lottery', tenths: 40 },
  { text: 'claim your prize', tenths: 40 },
  { text: 'prize', tenths: 20 },
  { text: 'make money', tenths: 35 },
  { text: 'earn money', tenths: 35 },
  { text: 'work from home', tenths: 25 },
  { text: 'get rich', tenths: 40 },
  { text: 'million dollars', tenths: 40 },
  { text: 'wire transfer', tenths: 20 },
  { text: 'dear friend', tenths: 20 },
  { text: 'act now', tenths: 25 },
  { text: 'limited time', tenths: 20 },
  { text: 'risk free', tenths: 25 },
  { text: 'click here', tenths: 25 },
  { text: 'verify your account', tenths: 40 },
  { text: 'account will be closed', tenths: 40 },
  { text: 'casino', tenths: 35 },
  { text: 'weight loss', tenths: 30 },
  { text: 'replica watch', tenths: 40 },
  { text: 'cheap', tenths: 10 },
  { text: 'discount', tenths: 10 },
  { text: 'offer', tenths: 5 },
  { text: 'free', tenths: 5 },
]
