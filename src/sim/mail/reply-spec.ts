/**
 * What a reply of the catalogue is: the code, the enhanced status code and a text template.
 * A leaf, so that the catalogue and the functions over replies can both use it.
 */

/** One kind of reply. All of them live in `reply-catalogue.ts`. */
export interface ReplySpec {
  /** Position in `REPLIES`; −1 for one that was read from the wire and not recognised. */
  readonly index: number
  /** Name in `R`, for example `greylisted`; `foreign` when not recognised. */
  readonly name: string
  /** Three digits, 220 to 599 (RFC 5321 §4.2.1). */
  readonly code: number
  /** `class.subject.detail`; its class agrees with `code` (RFC 2034 §4). Null where none is sent. */
  readonly enhanced: string | null
  /** Template with the placeholders {host} {client} {about} {aboutDomain} {detail}. */
  readonly text: string
}
