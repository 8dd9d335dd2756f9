/** What servers checked of a message: a table for each session, with what each finding rests on. */
import { checkTitle } from '../../sim/policy/lookup.ts'
import { readAs } from '../../sim/facts/codec.ts'
import {
  checkedSessions,
  queriesFor,
  replyTo,
  type CheckedSession,
  type FindingReading,
} from '../../sim/facts/findings.ts'
import { replyText } from '../../sim/artefacts/reasons.ts'
import { seek } from '../state/actions.ts'
import { clockWithSeconds, thousandths } from '../words/time.ts'
import { fillIn } from '../words/fill-in.ts'
import { CHECKED, RCODE_WORDS } from './check-words.ts'
import type { MessageView } from './MessagePanel.tsx'
import { capital, hostName } from './names.ts'
import { Pieces } from './Pieces.tsx'
import { StateMark } from './StateMark.tsx'
import type { Mark } from './state-sentence.ts'
import { checkName, measured, pointsText, tellFinding, unitOf } from './tell-finding.ts'
import base from './inspector.module.css'
import styles from './checks.module.css'

export function CheckList(view: MessageView) {
  const { scene, world, message, recipient } = view
  const sessions = checkedSessions(world.index, message, recipient, scene.cursor)
  if (sessions.length === 0) return <p className={base.soft}>{CHECKED.none[scene.level]}</p>
  return sessions.map((session) => (
    <SessionTable key={session.connection} view={view} session={session} />
  ))
}

interface TableProps {
  readonly view: MessageView
  readonly session: CheckedSession
}

function SessionTable({ view, session }: TableProps) {
  const { scene, world } = view
  const { level } = scene
  const { findings } = session
  const values: Readonly<Record<string, string>> = {
    server: capital(hostName(scene.scenario, session.server, level)),
    at: clockWithSeconds(world.record.startsAtEpochMs + session.at),
    client: session.address,
  }
  const total = findings.reduce((sum, { score }) => sum + score, 0)
  const hasPoints = findings.some(({ score }) => score !== 0)
  return (
    <table className={`${base.table} ${styles.checks}`}>
      <caption>
        <Pieces pieces={fillIn(CHECKED.session[level], (name) => values[name] ?? null)} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{CHECKED.check[level]}</th>
          <th scope="col">{CHECKED.found[level]}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <FindingRow key={finding.position} {...{ view, session, finding }} />
        ))}
      </tbody>
      {hasPoints && (
        <tfoot>
          <tr>
            <th scope="row">{CHECKED.total[level]}</th>
            <td>{pointsText(total)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

interface RowProps extends TableProps {
  readonly finding: FindingReading
}

function FindingRow({ view, session, finding }: RowProps) {
  const { scene, world, message, recipient } = view
  const { level } = scene
  const to = world.record.messages[message]?.recipients[recipient] ?? ''
  const check = checkTitle(finding.check)
  const said = replyTo(world.index, finding)
  const reply = said === null ? '' : replyText(world.index, session.connection, said)
  const epoch = world.record.startsAtEpochMs + finding.at
  const clock = `${clockWithSeconds(epoch)}${thousandths(epoch)}`
  return (
    <tr data-objects={!finding.passes || undefined}>
      <th scope="row">
        <StateMark mark={markOf(finding, reply)} /> {checkName(finding.check)}
        <button
          type="button"
          className={`${base.link} ${styles.when}`}
          aria-label={CHECKED.goTo(clock)}
          onClick={() => seek(finding.at)}
        >
          <time>{clock}</time>
        </button>
        {level !== 'everyday' && check !== null && (
          <span className={base.cite}>{check.source}</span>
        )}
      </th>
      <td>
        <Pieces pieces={tellFinding(finding, { level, client: session.address, to })} />
        {finding.folder === 'junk' && <strong> {CHECKED.aside[level]}</strong>}
        <dl className={styles.rests}>
          <Measured view={view} finding={finding} />
          {finding.score !== 0 && (
            <>
              <dt>{CHECKED.points}</dt>
              <dd>{pointsText(finding.score)}</dd>
            </>
          )}
          {reply !== '' && (
            <>
              <dt>{CHECKED.said[level]}</dt>
              <dd className={base.code}>{reply}</dd>
            </>
          )}
          <Questions view={view} finding={finding} />
        </dl>
      </td>
    </tr>
  )
}

/** Refused now or for good, put aside, something against it and on it goes, or nothing. */
function markOf({ passes, folder, score }: FindingReading, reply: string): Mark {
  if (passes) return folder === 'junk' ? 'aside' : score > 0 ? 'asking' : 'accepted'
  return reply.startsWith('4') ? 'deferred' : 'refused'
}

interface PartProps {
  readonly view: MessageView
  readonly finding: FindingReading
}

function Measured({ view: { scene }, finding }: PartProps) {
  if (unitOf(finding) === null || finding.threshold === 0) return null
  const values: Readonly<Record<string, string>> = {
    value: measured(finding, finding.value),
    threshold: measured(finding, finding.threshold),
  }
  return (
    <>
      <dt>{CHECKED.measured[scene.level]}</dt>
      <dd>
        <Pieces pieces={fillIn(CHECKED.against[scene.level], (name) => values[name] ?? null)} />
      </dd>
    </>
  )
}

function Questions({ view: { scene, world }, finding }: PartProps) {
  const { facts, names } = world.record
  const asked = queriesFor(world.index, finding).flatMap((i) => readAs(facts, i, 'query') ?? [])
  if (asked.length === 0) return null
  return (
    <>
      <dt>{CHECKED.asked[scene.level]}</dt>
      {asked.map(({ name, type, rcode }, i) => (
        <dd key={i} className={base.code}>
          {type} {names[name]}: {RCODE_WORDS[rcode]?.[scene.level] ?? rcode}
        </dd>
      ))}
    </>
  )
}
