// SPDX-License-Identifier: Apache-2.0
// Owns the parsing of what clients send for mediasoup. mediasoup checks much itself, but what it does not check can throw in the middle of
// writing a message to the worker and leave the channel, which all meetings share, unusable: only what passes here goes on.
import type { Kind } from '@alcove/protocol'
import { ortc } from 'mediasoup'
import type { DtlsParameters, RtpCapabilities, RtpParameters } from 'mediasoup/types'
import * as z from 'zod/mini'
import { MediaRefused } from '../meetings/ports.ts'

const uint32 = z.int().check(z.gte(0), z.lte(0xffff_ffff))
const text = z.string().check(z.maxLength(256))
const kindSchema = z.enum(['audio', 'video'])
const payloadType = z.int().check(z.gte(0), z.lte(127))
const extensionId = z.int().check(z.gte(1), z.lte(255))
const number = z.number().check(z.gte(-0x8000_0000), z.lte(0x7fff_ffff))
const parameters = z.optional(z.record(text, z.union([z.string().check(z.maxLength(2_048)), number])))

function listOf<Item extends z.ZodMiniType>(item: Item) {
  return z.array(item).check(z.maxLength(128))
}

const codec = {
  mimeType: text,
  clockRate: uint32,
  channels: z.optional(z.int().check(z.gte(1), z.lte(8))),
  parameters,
  rtcpFeedback: z.optional(listOf(z.object({ type: text, parameter: z.optional(text) }))),
}

const rtpParametersSchema = z.object({
  mid: z.optional(z.string().check(z.maxLength(32))),
  codecs: listOf(z.object({ ...codec, payloadType })),
  headerExtensions: z.optional(
    listOf(z.object({ uri: text, id: extensionId, encrypt: z.optional(z.boolean()), parameters })),
  ),
  encodings: z.optional(
    z
      .array(
        z.object({
          ssrc: z.optional(uint32),
          rid: z.optional(z.string().check(z.maxLength(32))),
          codecPayloadType: z.optional(payloadType),
          rtx: z.optional(z.object({ ssrc: uint32 })),
          dtx: z.optional(z.boolean()),
          scalabilityMode: z.optional(z.string().check(z.regex(/^[LS][1-3]T[1-3](_KEY(_SHIFT)?)?$/))),
          maxBitrate: z.optional(uint32),
        }),
      )
      .check(z.maxLength(3)),
  ),
  rtcp: z.optional(z.object({ cname: z.optional(text), reducedSize: z.optional(z.boolean()) })),
  msid: z.optional(text),
})

const rtpCapabilitiesSchema = z.object({
  codecs: z.optional(listOf(z.object({ ...codec, kind: kindSchema, preferredPayloadType: payloadType }))),
  headerExtensions: z.optional(
    listOf(
      z.object({
        kind: kindSchema,
        uri: text,
        preferredId: extensionId,
        preferredEncrypt: z.optional(z.boolean()),
        direction: z.optional(z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
      }),
    ),
  ),
})

const dtlsParametersSchema = z.object({
  role: z.optional(z.enum(['auto', 'client', 'server'])),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().check(z.regex(/^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){19,63}$/)),
      }),
    )
    .check(z.minLength(1), z.maxLength(8)),
})

/** @throws MediaRefused, also where a codec is of the other kind, which mediasoup would let pass. */
export function parseRtpParameters(input: unknown, kind: Kind): RtpParameters {
  const parsed = parse(rtpParametersSchema, input) as RtpParameters
  const isOfKind = parsed.codecs.every(({ mimeType }) => mimeType.toLowerCase().startsWith(`${kind}/`))
  if (!isOfKind) throw new MediaRefused('MEDIA_REFUSED', { cause: new TypeError(`A codec is not for ${kind}`) })
  refuseThrown(() => ortc.validateAndNormalizeRtpParameters(parsed))
  return parsed
}

/** @throws MediaRefused */
export function parseRtpCapabilities(input: unknown): RtpCapabilities {
  const parsed = parse(rtpCapabilitiesSchema, input) as RtpCapabilities
  refuseThrown(() => ortc.validateAndNormalizeRtpCapabilities(parsed))
  return parsed
}

/** @throws MediaRefused */
export function parseDtlsParameters(input: unknown): DtlsParameters {
  return parse(dtlsParametersSchema, input) as DtlsParameters
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw new MediaRefused('MEDIA_REFUSED', { cause: parsed.error })
  return parsed.data
}

function refuseThrown(check: () => void): void {
  try {
    check()
  } catch (error) {
    throw new MediaRefused('MEDIA_REFUSED', { cause: error })
  }
}
