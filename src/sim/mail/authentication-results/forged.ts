/**
 * Fields that came in from outside and bear our name. A reader behind the border believes what its
 * own server says, so nobody else may say it in that server's name (RFC 8601 §5).
 */
import { canonicalName } from '../dns/name.ts'
import { authservIdOf } from './parse.ts'
import { AUTHENTICATION_RESULTS } from './results.ts'

/** A header field with what stands behind its colon, or with all of its text. */
export type FieldLike =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly text: string }

/**
 * The fields without those that claim to be from `authservId`. Names are compared without regard to
 * case, quotes, comments, a version behind them or a final dot. A field that does not even say whom
 * it is from goes too: a reader that guesses might guess our name. Results of other servers stay;
 * nobody here has to believe them. The same list when there is nothing to take out.
 *
 * Simplified: a site has one name; names are A-labels, which RFC 8601 §5 would convert.
 */
export function removeForged<F extends FieldLike>(
  fields: readonly F[],
  authservId: string,
): readonly F[] {
  const own = canonicalName(authservId.trim())
  const kept = fields.filter((field) => !claims(field, own))
  return kept.length === fields.length ? fields : kept
}

function claims(field: FieldLike, own: string): boolean {
  if (canonicalName(field.name.trim()) !== FIELD_NAME) return false
  const value = 'value' in field ? field.value : field.text.slice(field.text.indexOf(':') + 1)
  const claimed = authservIdOf(value)
  return claimed === null || canonicalName(claimed.trim()) === own
}

const FIELD_NAME = canonicalName(AUTHENTICATION_RESULTS)
