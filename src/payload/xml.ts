import { SaxesParser } from 'saxes'

/** An element of an XML document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its own text, CDATA included, without that of the elements in it. */
  readonly text: string
  readonly children: readonly XmlElement[]
}

/** What is wrong with a document, and in which line, from 1. */
export class XmlError extends Error {}

interface OpenElement extends XmlElement {
  text: string
  readonly children: OpenElement[]
}

/**
 * Reads an XML document. Names are taken as they are written, prefixes included; the five entities of XML stand for their
 * characters, and there are no others.
 *
 * @param xml the text, without a byte order mark
 * @returns its outermost element
 * @throws XmlError when it is not well-formed
 */
export function parseXml(xml: string): XmlElement {
  const document: OpenElement = { name: '', attributes: {}, text: '', children: [] }
  const open = [document]
  const parser = new SaxesParser()
  const addText = (text: string) => {
    const inner = open.at(-1)
    if (inner) inner.text += text
  }
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', (error) => {
    throw new XmlError(`${error.message.replace(/^\d+:\d+: |\.$/g, '')} (line ${parser.line})`)
  })
  parser.write(xml).close()
  const [root] = document.children
  // A document without one is an error before this.
  return root ?? document
}
