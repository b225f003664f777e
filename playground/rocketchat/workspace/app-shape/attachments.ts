import { copyOf } from '../copy';
import { type AppShape, defined, type FieldNames, toAppShape, withoutEmpty } from './fields';

const names: FieldNames = {
  collapsed: 'collapsed',
  color: 'color',
  text: 'text',
  timestampLink: 'message_link',
  thumbnailUrl: 'thumb_url',
  imageDimensions: 'image_dimensions',
  imagePreview: 'image_preview',
  imageUrl: 'image_url',
  imageType: 'image_type',
  imageSize: 'image_size',
  audioUrl: 'audio_url',
  audioType: 'audio_type',
  audioSize: 'audio_size',
  videoUrl: 'video_url',
  videoType: 'video_type',
  videoSize: 'video_size',
  fields: 'fields',
  actionButtonsAlignment: 'button_alignment',
  actions: 'actions',
  type: 'type',
  description: 'description',
  fileId: 'fileId',
};

/** A stored attachment as an app gets it. Author and title are always there, if only as empty objects. */
export function attachmentForApp(attachment: Record<string, unknown>): AppShape {
  const { author_name, author_link, author_icon, title, title_link, title_link_download, ts, ...rest } = copyOf(attachment);
  return {
    ...toAppShape(rest, names),
    author: defined(Object.entries({ name: author_name, link: author_link, icon: author_icon })),
    title: defined(Object.entries({ value: title, link: title_link, displayDownloadLink: title_link_download })),
    timestamp: new Date(typeof ts === 'string' || typeof ts === 'number' ? ts : Number.NaN),
  };
}

/** The attachment that an app hands in: a title is an object there, stored it is three fields. */
interface IncomingAttachment {
  timestamp?: Date;
  author?: { name?: string; link?: string; icon?: string };
  title?: { value?: string; link?: string; displayDownloadLink?: boolean };
  _unmappedProperties_?: Record<string, unknown>;
  [field: string]: unknown;
}

export function attachmentFromApp(attachment: IncomingAttachment): Record<string, unknown> {
  const renamed = Object.entries(names).map(([appName, storedName]) => [storedName, attachment[appName]] as const);
  return withoutEmpty({
    ...Object.fromEntries(renamed),
    ts: attachment.timestamp?.toJSON(),
    author_name: attachment.author?.name,
    author_link: attachment.author?.link,
    author_icon: attachment.author?.icon,
    title: attachment.title?.value,
    title_link: attachment.title?.link,
    title_link_download: attachment.title?.displayDownloadLink,
    ...attachment._unmappedProperties_,
  });
}
