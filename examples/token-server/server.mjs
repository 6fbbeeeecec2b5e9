// SPDX-License-Identifier: Apache-2.0
// The server of a product that embeds Alcove, as small as it gets: signs a token for whoever is logged in, and receives webhooks. See README.md.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { SignJWT } from 'jose'

const {
  PORT = '8080',
  ALCOVE_URL = 'http://localhost:3000',
  APP_ID = 'example',
  TOKEN_SECRET = 'replace this with a secret of your own',
  WEBHOOK_SECRET = 'whsec_00112233445566778899aabbccddeeff',
} = process.env

/** A real product reads this from its session and database, never from the request. */
function userOf(form) {
  const name = form.get('name') || 'Somebody'
  return { id: `example|${name.toLowerCase()}`, name, moderator: form.get('teacher') === 'on' }
}

/** Opens this one meeting, with all its rooms, for as long as a lesson lasts. */
function signToken(room, user) {
  return new SignJWT({ room, context: { user } })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(APP_ID)
    .setAudience('alcove')
    .setSubject('*')
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(new TextEncoder().encode(TOKEN_SECRET))
}

const toleranceSeconds = 300

/** @param header X-Jaas-Signature: t=<seconds>,v1=<signature>[,v1=…] @param body exactly the bytes that came */
function isSignedByAlcove(header, body) {
  const fields = String(header)
    .split(',')
    .map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)])
  const seconds = fields.find(([name]) => name === 't')?.[1]
  if (!(Math.abs(Date.now() / 1_000 - Number(seconds)) <= toleranceSeconds)) return false
  const wanted = createHmac('sha256', WEBHOOK_SECRET).update(`${seconds}.${body}`).digest()
  return fields.some(([name, value]) => {
    const given = Buffer.from(value, 'base64')
    return name === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}

/** The link opens without a login and for a day only: what is to be kept longer is fetched now. */
async function showChat({ preAuthenticatedLink }) {
  const response = await fetch(preAuthenticatedLink)
  if (!response.ok) return console.log('The chat is not there any more.')
  const { messages } = await response.json()
  for (const { name, content } of messages) console.log(`  ${name}: ${content}`)
}

/** By idempotency key: a webhook may come twice. */
const received = new Map()

function takeWebhook(request, body) {
  if (!isSignedByAlcove(request.headers['x-jaas-signature'], body)) return { status: 401 }
  const webhook = JSON.parse(body)
  if (!received.has(webhook.idempotencyKey)) {
    received.set(webhook.idempotencyKey, webhook)
    console.log(webhook.eventType, webhook.fqn, JSON.stringify(webhook.data))
    // After the answer: Alcove waits for it.
    if (webhook.eventType === 'CHAT_UPLOADED') showChat(webhook.data).catch(console.error)
  }
  return { status: 200 }
}

async function join(body) {
  const form = new URLSearchParams(body)
  const room = form.get('room') || 'lesson'
  const token = await signToken(room, userOf(form))
  // Behind the #, so that no proxy writes it into its log.
  return { status: 303, headers: { location: `${ALCOVE_URL}/${encodeURIComponent(room)}#jwt=${token}` } }
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Example school</title><h1>Example school</h1>
<form method="post" action="/join"><p><label>Your name <input name="name" required></label>
<p><label>Lesson <input name="room" value="lesson" required></label>
<p><label><input type="checkbox" name="teacher"> I teach it</label><p><button>Join</button></form></html>`

async function answer(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString()
  switch (`${request.method} ${request.url}`) {
    case 'GET /':
      return { status: 200, headers: { 'content-type': 'text/html' }, text: page }
    case 'POST /join':
      return join(body)
    case 'POST /hooks':
      return takeWebhook(request, body)
    case 'GET /events':
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        text: JSON.stringify([...received.values()]),
      }
    default:
      return { status: 404 }
  }
}

createServer((request, response) => {
  answer(request).then(
    ({ status, headers = {}, text = '' }) => response.writeHead(status, headers).end(text),
    () => response.writeHead(400).end(),
  )
}).listen(Number(PORT), '127.0.0.1', () => console.log(`Open http://localhost:${PORT}/`))
