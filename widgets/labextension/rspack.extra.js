// Ids by name and order: by default they depend on the folder of the checkout, and so would the bundle.
module.exports = { optimization: { moduleIds: "natural", chunkIds: "natural" } };
