// Reused texts are looked for over all replies: seconds for hundreds of thousands.
export { findTemplates as default } from '../../replies/index.ts'
