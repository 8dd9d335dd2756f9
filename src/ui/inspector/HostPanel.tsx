/** One host: its state on each road, its options, its records, whom its greylist knows. */
import { useState } from 'react'
import type { LiveWorld } from '../../host/client.ts'
import { isCheckOn } from '../../sim/policy/lookup.ts'
import { hostStatesAt } from '../../sim/facts/host-states.ts'
import { waitingHosts } from '../acts/can-do.ts'
import { FlushAct, keepsQueue } from '../acts/FlushAct.tsx'
import { isServer, PowerAct } from '../acts/PowerAct.tsx'
import { Tabs } from '../controls/Tabs.tsx'
import { worldName } from '../words/world-name.ts'
import { DnsRecords } from './DnsRecords.tsx'
import { GreylistTable } from './GreylistTable.tsx'
import { HostNow } from './HostNow.tsx'
import { OptionList, optionsOfHost } from './OptionList.tsx'
import { ListingTable } from './ListingTable.tsx'
import { settingsAt } from './options-at.ts'
import { SenderTable } from './SenderTable.tsx'
import type { Scene } from './scene.ts'
import { ServerSteps } from './ServerSteps.tsx'
import { HOST } from './words.ts'
import styles from './inspector.module.css'

export function HostPanel({ scene, id }: { readonly scene: Scene; readonly id: string }) {
  const [view, setView] = useState('now')
  const { scenario, level, worlds, cursor, covered } = scene
  const index = scenario.hosts.findIndex((one) => one.id === id)
  const host = scenario.hosts[index]
  if (host === undefined) return null
  const perWorld = worlds.map((world) => (
    <section key={world.record.id} className={styles.worldPart}>
      <h3>{worldName(scenario, world.record.id, level)}</h3>
      <HostNow scene={scene} world={world} reading={hostStatesAt(world.index, cursor)[index]} />
      {covered !== id && <Memory scene={scene} world={world} server={index} />}
    </section>
  ))
  const tabs = [
    { id: 'now', label: HOST.now[level], content: <div className={styles.worlds}>{perWorld}</div> },
    // In a riddle the senders are as they are.
    ...(optionsOfHost(scenario, id).length === 0 || (covered !== null && covered !== id)
      ? []
      : [
          {
            id: 'options',
            label: HOST.options[level],
            content:
              covered === id ? (
                <p className={styles.soft}>{HOST.covered[level]}</p>
              ) : (
                <OptionList scene={scene} id={id} />
              ),
          },
        ]),
    { id: 'dns', label: HOST.dns[level], content: <DnsRecords scene={scene} host={host} /> },
  ]
  return (
    <>
      <h2>{host.label[level]}</h2>
      <p className={styles.path}>
        {host.name} · {host.admd[level]}
      </p>
      {covered === null && isServer(host) && (
        <PowerAct nameless scene={scene} id={id} index={index} />
      )}
      {covered === null && keepsQueue(host) && (
        <FlushAct {...{ scene, host, index }} waits={waitingHosts(worlds, cursor).has(index)} />
      )}
      {covered === null && host.kind === 'mua' && <ServerSteps scene={scene} id={id} />}
      <Tabs label={HOST.parts[level]} tabs={tabs} selected={view} onSelect={setView} />
    </>
  )
}

interface MemoryProps {
  readonly scene: Scene
  readonly world: LiveWorld
  readonly server: number
}

/** What the host remembers: strangers, senders, callers at its traps. */
function Memory({ scene, world, server }: MemoryProps) {
  const { scenario, cursor } = scene
  const host = scenario.hosts[server]
  const settings = settingsAt({ ...scene, world: world.record.id }, host?.id ?? '', cursor)
  const isOn = (check: string): boolean => isCheckOn(check, settings)
  return (
    <>
      {isOn('greylisting') && <GreylistTable scene={scene} world={world} server={server} />}
      {(isOn('reputation') || isOn('complaints')) && (
        <SenderTable scene={scene} world={world} server={server} />
      )}
      {host?.kind === 'blocklist' && (
        <ListingTable
          scene={scene}
          world={world}
          listings={hostStatesAt(world.index, cursor)[server]?.listings ?? []}
        />
      )}
    </>
  )
}
