import { control, expect, result, test } from './lab.ts'

test.use({ mayComplain: true })

test('when the simulation dies the page says so, and starts it again', async ({ page }) => {
  const worker = /\/worker-(?!host-)[^/]*\.js$/
  await page.route(worker, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("It fell over.")' }),
  )
  await page.goto('./')
  const words = page.getByRole('alertdialog', { name: 'The simulation has stopped' })
  await expect(words).toContainText('It fell over.')
  await page.unroute(worker)
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect(words).toBeHidden()
  await page
    .getByRole('button', { name: /^I say/ })
    .first()
    .click()
  await control(page, 'To the end').click()
  await expect(result(page)).toContainText('delivered')
})
