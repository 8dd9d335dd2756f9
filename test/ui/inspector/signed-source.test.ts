import { expect, it } from 'vitest'
import { dkimCrypto } from '../../../src/host/crypto.ts'
import { messageSource } from '../../../src/sim/artefacts/source.ts'
import { signedSource } from '../../../src/ui/inspector/signed-source.ts'
import { letterRoads } from '../../helpers/letter-roads.ts'
import { worldFor } from '../../helpers/runs.ts'

it('is shown with true signatures, for the message that is asked for', () => {
  const of = letterRoads({})
  const two = { ...of, mail: [of.mail[0]!, { ...of.mail[0]!, at: '10 s', body: 'And cake.' }] }
  const { index } = worldFor(two, 'relayed', { set: { 'relay.sign': 'on' } })
  for (const message of [0, 1, 0]) {
    const signed = messageSource(index, message, 0, Infinity, dkimCrypto)
    const plain = messageSource(index, message, 0, Infinity)
    expect(signed?.text).not.toBe(plain?.text)
    expect(signed?.text).toHaveLength(plain!.text.length)
    expect(signedSource(index, message, 0, Infinity)).toEqual(signed)
    // Before the relay has signed it there is nothing to be made true.
    expect(signedSource(index, message, 0, 0)).toEqual(messageSource(index, message, 0, 0))
  }
  expect(signedSource(index, 1, 0, 0)).toBeNull()
})
