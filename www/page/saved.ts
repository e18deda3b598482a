/** A page that a browser has saved in one file (.mhtml): a letter with the page as its first part. */

/** The markup of the page; nothing if there is none. */
export function pageIn(mail: string): string | undefined {
  const boundary = /boundary="?([^";\r\n]+)/i.exec(mail)?.[1];
  for (const part of boundary ? mail.split(`--${boundary}`) : []) {
    const [, head = "", body = ""] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(part.trimStart()) ?? [];
    if (!/content-type:\s*text\/html/i.test(head)) continue;
    const charset = /charset="?([\w-]+)/i.exec(head)?.[1] ?? "utf-8";
    const encoding = /content-transfer-encoding:\s*(\S+)/i.exec(head)?.[1]?.toLowerCase();
    if (encoding === "quoted-printable") return decode(quoted(body), charset);
    if (encoding === "base64") return decode(Uint8Array.from(atob(body.replace(/\s/g, "")), code), charset);
    return body;
  }
  return undefined;
}

const code = (letter: string): number => letter.charCodeAt(0);

/** "=E2=80=99" as bytes; "=" at the end of a line joins it with the next. */
function quoted(text: string): Uint8Array {
  const joined = text.replace(/=\r?\n/g, "");
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(bytes, code);
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
