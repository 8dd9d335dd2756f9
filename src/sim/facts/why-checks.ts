/** Reasons that lie with a receiver's checks: which one said no, or had a letter put aside, and why. */
import type { AttemptReading } from './attempts.ts'
import { findingsAbout, type FindingReading } from './findings.ts'
import { link, type WhyContext, type WhyLink } from './why-links.ts'
import { clientAddress } from './transcript.ts'

/** From what the check found to the setting by which it was asked. */
export function behindCheck(
  ctx: WhyContext,
  { server }: AttemptReading,
  found: FindingReading,
): WhyLink[] {
  const { check, reason, value, threshold, about, position } = found
  const client = clientAddress(ctx.index, found.connection)
  const passes = found.passes ? 1 : 0
  const rests = {
    server,
    check,
    reason,
    value,
    threshold,
    about,
    client,
    to: ctx.journey.to,
    passes,
  }
  return [
    link(ctx, position, 'checked', rests),
    ...pointsBehind(ctx, found),
    // The page knows which option of the check decides; it goes by the same values.
    link(ctx, position, 'setting', { host: server, check, reason, threshold }),
  ]
}

/** Where the points came from, if it went by the sum of them: `spf:10,content:40`. */
function pointsBehind(ctx: WhyContext, found: FindingReading): WhyLink[] {
  const before = foundIn(ctx, found.connection).filter(({ position }) => position < found.position)
  const sum = before.reduce((points, { score }) => points + score, 0)
  if (found.value === 0 || sum !== found.value) return []
  const given = before.filter(({ score }) => score !== 0)
  const list = given.map(({ check, score }) => `${check}:${score}`).join()
  return [link(ctx, found.position, 'points', { list })]
}

/** Why it lies in the junk folder. */
export function whyAside(ctx: WhyContext, tried: AttemptReading): WhyLink[] {
  const found = foundIn(ctx, tried.decidingConnection).find(({ folder }) => folder === 'junk')
  return found === undefined ? [] : behindCheck(ctx, tried, found)
}

const foundIn = ({ index, journey, until }: WhyContext, connection: number): FindingReading[] =>
  findingsAbout(index, connection, journey.recipient, until)
