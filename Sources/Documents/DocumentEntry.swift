/// A key of a map and its value.
struct DocumentEntry {
    let name: String
    /// The key's place.
    let key: DocumentNode
    let value: DocumentNode
}
