import { barriers, bet, control, expect, open, result, test } from './lab.ts'

/** What seed 12 hides; see test/mechanisms/mystery-mx.test.ts for how it is found out. */
const POLICY = [
  ['Turns away computers whose address has no name', true],
  ['Turns away dial-up and home lines', true],
  ['Turns away addresses known for spam', false],
  ['Tells strangers to come back later', true],
  ["Asks the sender's domain who may send for it", false],
  ['Guards the name that the reader sees', false],
  ['Looks at the door whether the person lives here', true],
  ['Counts how often one computer calls', true],
] as const

test('a hidden policy is found out, the card handed in, and what was hidden is shown', async ({
  page,
}) => {
  await open(page, './#v=1&s=mystery-mx&seed=12')
  await bet(page).press('Enter')
  const riddle = page.getByRole('region', { name: 'Find out what the server checks' })
  const replies = riddle.getByRole('region', { name: 'What came back' })
  const send = riddle.getByRole('button', { name: 'Send this letter' })
  await riddle.getByLabel('From where').selectOption({ label: 'the dial-up line' })
  await send.press('Enter')
  await control(page, 'To the end').click()
  await expect(replies).toContainText('blocked using pbl.example')
  await expect(riddle).toContainText('11 of 12 left')

  // Whoever sends hears replies; what the server asked and decided is not theirs.
  await replies.getByRole('button', { name: 'Read the talk: 1', exact: true }).click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details.getByRole('tab').first()).toBeVisible()
  await expect(details.getByRole('tab', { name: 'Why' })).toHaveCount(0)
  await expect(details.getByRole('tab', { name: /Source|original/i })).toHaveCount(0)
  await page.getByRole('button', { name: /^Bob's mail server/ }).press('Enter')
  await details.getByRole('tab', { name: 'Settings' }).click()
  await expect(details).toContainText('what you are to find out')
  await expect(details.getByRole('checkbox')).toHaveCount(0)
  expect(await barriers(page)).toEqual([])

  for (const [check, on] of POLICY)
    await riddle
      .getByRole('group', { name: check })
      .getByRole('radio', { name: on ? 'yes' : 'no', exact: true })
      .check({ force: true })
  await expect(result(page)).toBeHidden()
  await riddle.getByRole('button', { name: 'Hand in the card' }).press('Enter')
  await expect(riddle.getByRole('heading', { name: '8 of 8 right, with 1 probe.' })).toBeFocused()
  await expect(result(page)).toBeVisible()
  await expect(
    details.getByRole('checkbox', { name: 'Whether strangers are told to come back later' }),
  ).toBeChecked()
  await replies.getByRole('button', { name: 'Read the talk: 1', exact: true }).click()
  await expect(details.getByRole('tab', { name: 'Why' })).toBeVisible()
  expect(await barriers(page)).toEqual([])

  // The link has the card with it.
  await page.reload()
  await expect(riddle.getByRole('heading', { name: '8 of 8 right' })).toBeVisible()
  await riddle.getByRole('button', { name: 'Another server (number 13)' }).click()
  await expect(riddle).toContainText('12 of 12 left')
  await expect(page).toHaveURL(/seed=13/)
})
