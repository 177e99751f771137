// One flat object out of an event: query, then form fields, then path parameters. Uploads become files.
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { Refusal } from '../model/refusal.ts';
import type { Delivery } from './endpoint.ts';

/** Small uploads only: above this, a presigned form goes to the files. */
export const bodyCapBytes = 10 * 1024 * 1024;

/** One uploaded file; a file field left empty does not appear at all. */
export const uploadedFile = z.object({
  name: z.string(),
  type: z.string(),
  bytes: z.instanceof(Uint8Array),
});
export type UploadedFile = z.infer<typeof uploadedFile>;

/** A field that may come once or several times (checkboxes): always an array. */
export const oneOrMany = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema).readonly(),
  );

type FieldValue = string | UploadedFile;
type Fields = Map<string, FieldValue[]>;

function add(fields: Fields, name: string, value: FieldValue): void {
  const values = fields.get(name);
  if (values === undefined) fields.set(name, [value]);
  else values.push(value);
}

export const tooLarge = (): Refusal =>
  new Refusal('too-large', {
    fr: 'L’envoi dépasse 10 Mo : il n’a pas été lu. Découpez le fichier, par exemple par trimestre, et envoyez chaque partie.',
    en: 'What you sent is over 10 MB and was not read. Split the file, for example by quarter, and send each part.',
  });

const unsupported = (): Refusal =>
  new Refusal('unsupported-body', {
    fr: 'Le contenu envoyé n’est pas un formulaire que nous savons lire. Envoyez-le depuis la page, ou en multipart/form-data.',
    en: 'What was sent is not a form that we can read. Send it from the page, or as multipart/form-data.',
  });

async function multipart(body: Buffer<ArrayBuffer>, contentType: string, fields: Fields): Promise<void> {
  // undici's parser, in Node itself: a malformed body is a TypeError, and the sender's to correct.
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw unsupported();
  });
  for (const [name, value] of form) {
    if (typeof value === 'string') add(fields, name, value);
    else if (value.name !== '' || value.size > 0) {
      add(fields, name, { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
}

const bytesOf = ({ body, isBase64Encoded }: APIGatewayProxyEventV2): Buffer<ArrayBuffer> =>
  Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');

/** @returns a machine's message as it came @throws Refusal `too-large` */
export function readDelivery(event: APIGatewayProxyEventV2, capBytes: number): Delivery {
  const body = bytesOf(event);
  if (body.length > capBytes) {
    const most = Math.floor(capBytes / 1024 / 1024);
    throw new Refusal('too-large', {
      fr: `Le message dépasse ${most} Mo : il n’a pas été lu. Rien n’est perdu : le dépôt est relevé chaque jour de toute façon.`,
      en: `The message is over ${most} MB and was not read. Nothing is lost: the repository is pulled every day anyway.`,
    });
  }
  return { headers: event.headers, body };
}

async function readBody(event: APIGatewayProxyEventV2, fields: Fields): Promise<void> {
  const body = bytesOf(event);
  if (body.length > bodyCapBytes) throw tooLarge();
  const contentType = event.headers['content-type'] ?? '';
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'application/x-www-form-urlencoded') {
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) add(fields, name, value);
  } else if (mediaType === 'multipart/form-data') await multipart(body, contentType, fields);
  else if (body.length > 0) throw unsupported();
}

/** @returns the token of the form apart, and the input without `csrf` and `lang`, which are the edge's own */
export async function readInput(
  event: APIGatewayProxyEventV2,
  pathParameters: Readonly<Record<string, string>>,
): Promise<{ readonly csrf: string; readonly input: Readonly<Record<string, unknown>> }> {
  const query: Fields = new Map();
  // Not queryStringParameters: it joins repeated names by a comma, which a value may hold too.
  for (const [name, value] of new URLSearchParams(event.rawQueryString)) add(query, name, value);
  const form: Fields = new Map();
  if (event.requestContext.http.method === 'POST') await readBody(event, form);
  const token = form.get('csrf')?.[0];
  const merged = new Map([...query, ...form].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
  for (const own of ['csrf', 'lang']) merged.delete(own);
  return {
    csrf: typeof token === 'string' ? token : '',
    input: { ...Object.fromEntries(merged), ...pathParameters },
  };
}
