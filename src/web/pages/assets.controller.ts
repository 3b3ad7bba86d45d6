import { StreamableFile } from '@nestjs/common';
import { NotFound } from '../../platform/index.js';
import { Assets } from './assets.js';
import { OnPage, page, PageController, type PageInput } from './page-route.js';

const routes = {
  asset: page('/assets/:name', { by: 'anyone', cached: 'public, max-age=31536000, immutable' }),
};

@PageController()
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @OnPage(routes.asset)
  asset({ params }: PageInput<typeof routes.asset>): StreamableFile {
    const asset = this.assets.find(params.name);
    if (asset === undefined) throw new NotFound('文件', params.name);
    return new StreamableFile(asset.bytes, { type: asset.type, length: asset.bytes.length });
  }
}
