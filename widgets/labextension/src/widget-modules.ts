// All widgets of the course, in one file of the bundle that is loaded with the first of them: so none needs a script out
// of a notebook, which a content policy may forbid.

import activationHistograms from "../../js/activation_histograms/index.js";
import "../../js/activation_histograms/style.css";
import architectureBuilder from "../../js/architecture_builder/index.js";
import "../../js/architecture_builder/style.css";
import backpropConvolution from "../../js/backprop_convolution/index.js";
import "../../js/backprop_convolution/style.css";
import fullyConnectedAsConvolution from "../../js/fully_connected_as_convolution/index.js";
import "../../js/fully_connected_as_convolution/style.css";
import im2col from "../../js/im2col/index.js";
import "../../js/im2col/style.css";
import imageFilter from "../../js/image_filter/index.js";
import "../../js/image_filter/style.css";
import memoryTable from "../../js/memory_table/index.js";
import "../../js/memory_table/style.css";
import netComparison from "../../js/net_comparison/index.js";
import "../../js/net_comparison/style.css";
import pooling from "../../js/pooling/index.js";
import "../../js/pooling/style.css";
import poolingShift from "../../js/pooling_shift/index.js";
import "../../js/pooling_shift/style.css";
import predict from "../../js/predict/index.js";
import "../../js/predict/style.css";
import receptiveField from "../../js/receptive_field/index.js";
import "../../js/receptive_field/style.css";
import residualBlocks from "../../js/residual_blocks/index.js";
import "../../js/residual_blocks/style.css";
import sizingCalculator from "../../js/sizing_calculator/index.js";
import "../../js/sizing_calculator/style.css";
import slidingFilter from "../../js/sliding_filter/index.js";
import "../../js/sliding_filter/style.css";
import trainingTheatre from "../../js/training_theatre/index.js";
import "../../js/training_theatre/style.css";
import valley from "../../js/valley/index.js";
import "../../js/valley/style.css";
import volumeExplorer from "../../js/volume_explorer/index.js";
import "../../js/volume_explorer/style.css";

export { makeControl } from "../../js/predict/controls.js";

/** What draws each widget, by the name in its outputs. */
export const WIDGET_MODULES = new Map([
  ["activation_histograms", activationHistograms],
  ["architecture_builder", architectureBuilder],
  ["backprop_convolution", backpropConvolution],
  ["fully_connected_as_convolution", fullyConnectedAsConvolution],
  ["im2col", im2col],
  ["image_filter", imageFilter],
  ["memory_table", memoryTable],
  ["net_comparison", netComparison],
  ["pooling", pooling],
  ["pooling_shift", poolingShift],
  ["predict", predict],
  ["receptive_field", receptiveField],
  ["residual_blocks", residualBlocks],
  ["sizing_calculator", sizingCalculator],
  ["sliding_filter", slidingFilter],
  ["training_theatre", trainingTheatre],
  ["valley", valley],
  ["volume_explorer", volumeExplorer],
]);
