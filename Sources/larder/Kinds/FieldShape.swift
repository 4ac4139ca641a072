/// A field of an object, and what its values look like.
struct FieldShape: Sendable {
    let name: String
    let shape: ValueShape

    init(_ name: String, _ shape: ValueShape) {
        self.name = name
        self.shape = shape
    }
}
