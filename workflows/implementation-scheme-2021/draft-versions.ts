/** The chain of draft versions; no name in it is ever skipped (沪质办〔2021〕4号，四). */
export const draftVersions = ['初稿', '征求意见稿', '论证稿', '送审稿', '报批稿', '发布稿'] as const;
export type DraftVersionName = (typeof draftVersions)[number];
