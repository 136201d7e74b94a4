import { Type, type Static } from 'typebox'

/** A large file about to be sent in parts; the same file asked for again goes on where it stopped. */
export const PartUploadRequest = Type.Object({
  fileName: Type.String({ minLength: 1, maxLength: 255 }),
  size: Type.Integer({ minimum: 1 }),
  /** What tells this file from another of the same name: the browser's time of its last change. */
  modified: Type.Integer({ minimum: 0 }),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
})
export type PartUploadRequest = Static<typeof PartUploadRequest>

export const PartUpload = Type.Object({
  id: Type.String(),
  offset: Type.Integer({ description: '已收到的字节' }),
  partBytes: Type.Integer({ description: '每一块的字节' }),
})
export type PartUpload = Static<typeof PartUpload>

export const UnfinishedUploads = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      fileName: Type.String(),
      size: Type.Integer({ description: '文件的字节' }),
      offset: Type.Integer({ description: '已收到的字节' }),
    }),
  ),
})
export type UnfinishedUploads = Static<typeof UnfinishedUploads>

export const PartQuery = Type.Object({
  offset: Type.Integer({ minimum: 0 }),
  checksum: Type.Integer({ minimum: 0, description: '这一块的 CRC-32' }),
})
export type PartQuery = Static<typeof PartQuery>
