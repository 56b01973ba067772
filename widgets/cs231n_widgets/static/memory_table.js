// js/memory_table/index.js
var memory_table_default = {};
export {
  memory_table_default as default
};
