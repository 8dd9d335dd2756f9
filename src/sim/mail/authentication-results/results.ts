/**
 * What an Authentication-Results field says (RFC 8601): which checks a server has made of a message
 * and how they ended, for the readers of the message inside the same organization.
 */

/** A part of the message that a check looked at: `smtp.mailfrom=example.org`. */
export interface ResultProperty {
  /** `smtp`, `header`, `body` or `policy`: where the value was found (RFC 8601 §2.3). */
  readonly type: string
  readonly name: string
  readonly value: string
}

/**
 * One check. `method` and `result`, like the type and name of a property, are keywords out of the
 * registries of RFC 8601 §6: letters, digits, dashes; lower case. They are written as they are.
 */
export interface MethodResult {
  readonly method: string
  readonly result: string
  /** Words for people, written in parentheses; '' when there are none. */
  readonly comment: string
  /** Why the result is as it is; '' when it is not said. */
  readonly reason: string
  readonly properties: readonly ResultProperty[]
}

/** A whole field. No methods: the server has checked nothing, `none`. */
export interface AuthenticationResults {
  /** Who says so: by this name a reader knows whether to believe it (RFC 8601 §2.5). */
  readonly authservId: string
  /** Of the field's syntax; 1 when it is not written. */
  readonly version: number
  readonly methods: readonly MethodResult[]
}

/** The name of the field. */
export const AUTHENTICATION_RESULTS = 'Authentication-Results'
