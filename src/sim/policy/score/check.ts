/**
 * What follows from the sum of all points, as rspamd has it: the letter is refused, put aside, or
 * taken as if nothing were. Asking suspicious strangers to come back is between the two, and stands
 * with greylisting.
 */
import { reply } from '../../mail/reply.ts'
import { R } from '../../mail/reply-catalogue.ts'
import { objects, optionsAs, passes, type Check, type Finding, type Question } from '../check.ts'
import { SCORE_OPTIONS, type ScoreOptions } from './options.ts'

/** Scores are kept in tenths of a point. */
const TENTHS = 10

export const score: Check<null> = {
  id: 'score',
  title: 'Score',
  source: 'rspamd, actions.conf',
  stage: 'content',
  options: SCORE_OPTIONS,
  isOn: ({ scoreOn }) => scoreOn === true,
  create: () => null,
  evaluate: (q, _state, options) => judge(q, optionsAs<ScoreOptions>(options)),
}

function judge({ score: value }: Question, { scoreJunk, scoreRefuse }: ScoreOptions): Finding {
  const [junk, refuse] = [scoreJunk * TENTHS, scoreRefuse * TENTHS]
  if (refuse > 0 && value >= refuse)
    return objects('score-refused', reply(R.contentSpam), { value, threshold: refuse })
  if (junk > 0 && value >= junk)
    return passes('score-junk', { value, threshold: junk, folder: 'junk' })
  return passes('score-accepted', { value: Math.max(0, value), threshold: junk })
}
