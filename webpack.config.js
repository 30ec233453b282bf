// What is bundled into what: the add-in (pane and ribbon commands) and, apart from it, the pretend Excel around it. scripts/build.mjs runs it.
const { join } = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');

const at = (...parts) => join(__dirname, ...parts);

/** Excel's browsers at ExcelApi 1.14 and later: WebView2 on Windows, Safari's engine on macOS, and current browsers. */
const target = 'es2021';

/**
 * X4: the pane may ask nothing of any address but its own. Office.js brings Microsoft's telemetry along; this line keeps it from sending.
 * Scripts are left out of it because the pretend Excel puts one of its own into the page.
 */
const stayHome = "connect-src 'self' data: blob:; img-src 'self' data: blob:; font-src 'self' data:; form-action 'self'; object-src 'none'; base-uri 'self'";

/** Office.js finds its other files by the address of the tag that loaded it, so it is a tag of its own and never bundled. */
const officePage = (title, body) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${stayHome}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<script src="office/office.js"></script>
</head>
<body>${body}</body>
</html>
`;

const both = {
  mode: 'production',
  context: __dirname,
  target: ['web', target],
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'swc-loader',
        options: {
          jsc: { target, parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
          module: { type: 'es6' },
        },
      },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      { test: /\.(png|svg|woff2?|ttf)$/, type: 'asset/resource' },
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
};

// Minified in this process: workers would inherit how it was started, and swc is quick enough alone.
const minimizer = [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, parallel: false, extractComments: false, minimizerOptions: { format: { comments: false } } })];

const cacheFor = (name) => ({
  type: 'filesystem',
  name,
  cacheDirectory: at('node_modules', '.cache', 'webpack'),
  buildDependencies: { config: [__filename] },
});

/** The add-in: what is copied to the office's server. */
const addin = {
  ...both,
  name: 'addin',
  entry: { pane: './src/pane/index.tsx', commands: './src/commands/index.ts' },
  output: { path: at('dist'), filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js', assetModuleFilename: 'js/[name].[contenthash:8][ext]', publicPath: 'auto', clean: true },
  cache: cacheFor('addin'),
  optimization: {
    minimizer,
    // React and Fluent change seldom and stay in the browser's cache from one version to the next; what is heavy is loaded when it is needed.
    splitChunks: {
      chunks: 'async',
      cacheGroups: {
        vendor: {
          name: 'vendor',
          test: /[\\/]node_modules[\\/](react|react-dom|scheduler|@fluentui|@griffel|@floating-ui|tabster|keyborg|use-sync-external-store|@swc)[\\/]/,
          chunks: (chunk) => chunk.name === 'pane',
          enforce: true,
        },
      },
    },
  },
  plugins: [
    new HtmlWebpackPlugin({ filename: 'taskpane.html', chunks: ['pane'], templateContent: officePage('任务台账', '<div id="root"></div>') }),
    new HtmlWebpackPlugin({ filename: 'commands.html', chunks: ['commands'], templateContent: officePage('任务台账', '') }),
  ],
};

/** The pretend Excel: for trying the add-in without Excel. It never goes to the office's server. */
const workbench = {
  ...both,
  name: 'workbench',
  entry: { workbench: './src/workbench/view/index.ts' },
  output: { path: at('.cache', 'workbench'), filename: 'workbench/[name].[contenthash:8].js', chunkFilename: 'workbench/[name].[contenthash:8].js', assetModuleFilename: 'workbench/[name].[contenthash:8][ext]', publicPath: 'auto', clean: true },
  cache: cacheFor('workbench'),
  optimization: {
    minimizer,
    splitChunks: {
      cacheGroups: {
        sheets: { name: 'sheets', test: /[\\/]node_modules[\\/]/, chunks: 'initial', enforce: true },
      },
    },
  },
  plugins: [new HtmlWebpackPlugin({ filename: 'workbench.html', template: './src/workbench/view/workbench.html' })],
};

module.exports = [addin, workbench];
