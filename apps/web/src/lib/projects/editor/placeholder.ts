import { m } from "#lib/paraglide/messages.js";

/** What stands in a text for a photo on its way. */
export const uploadingMark = () => `![${m.project_editor_uploading_mark()}]()`;

const marks = /\n?!\[(?:올리는 중…|Uploading…)\]\(\)\n?/g;

/** The text as it is kept and sent: a photo that is still on its way is on none of them. */
export const withoutMarks = (text: string) => text.replace(marks, "\n");
