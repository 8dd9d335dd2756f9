/**
 * What does the letter say? Words that spam is fond of, shouting, and links.
 *
 * Very much simplified: a table of phrases instead of a filter that learns; the subject and the first
 * line of the body are all the text there is. It is here to show what a content filter can do that a
 * look at the sender cannot, and that a friend's letter may have such a word in it too.
 */
import { passes, type Check, type Letter } from '../check.ts'
import { CONTENT_OPTIONS } from './options.ts'
import { PHRASES } from './phrases.ts'

/** Tenths of a point for shouting, for a link, and for each further one. */
const SHOUTING = 20
const LINK = 10
/** Links beyond these cost no more. */
const LINKS_MAX = 3
/** As many capital letters make a shout, if they are at least seven in ten. */
const SHOUT_LETTERS = 10

export const content: Check<null> = {
  id: 'content',
  title: 'Content',
  source: 'our own table of phrases; after SpamAssassin',
  stage: 'content',
  options: CONTENT_OPTIONS,
  isOn: ({ contentAction }) => contentAction === 'score',
  create: () => null,
  evaluate(q) {
    const { tenths, found } = weigh(q.letter)
    const reason = tenths === 0 ? 'content-plain' : 'content-suspicious'
    return passes(reason, { value: tenths, about: found, score: tenths })
  },
}

/** Tenths of a point, and what weighs most of it: `winner`, `shouting`, `links`; '' for nothing. */
export function weigh(letter: Pick<Letter, 'subject' | 'body'> | null): {
  readonly tenths: number
  readonly found: string
} {
  if (letter === null) return { tenths: 0, found: '' }
  const text = `${letter.subject}\n${letter.body}`
  const lower = text.toLowerCase()
  let tenths = 0
  let most = 0
  let found = ''
  const add = (weight: number, what: string): void => {
    tenths += weight
    if (weight <= most) return
    most = weight
    found = what
  }
  for (const phrase of PHRASES) if (lower.includes(phrase.text)) add(phrase.tenths, phrase.text)
  if (isShouted(text, lower)) add(SHOUTING, 'shouting')
  const links = Math.min(LINKS_MAX, lower.split('http').length - 1)
  if (links > 0) add(LINK * links, 'links')
  return { tenths, found }
}

const SMALL_A = 97
const SMALL_Z = 122

function isShouted(text: string, lower: string): boolean {
  let capitals = 0
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const isCapital = text.charCodeAt(i) !== lower.charCodeAt(i)
    if (isCapital) capitals++
    const code = lower.charCodeAt(i)
    if (isCapital || (code >= SMALL_A && code <= SMALL_Z)) letters++
  }
  return capitals >= SHOUT_LETTERS && 10 * capitals >= 7 * letters
}
