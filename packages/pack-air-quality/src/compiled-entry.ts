/** The rules as code, written by the build; apart from the data, so that who asks for one does not load the other. */
export * from './compiled.js'
