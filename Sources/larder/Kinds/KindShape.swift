/// A kind as its schema describes it.
struct KindShape: Sendable {
    /// The name of the definition; grouped dead letters are told from single ones by it.
    let title: String
    /// The name that output carries.
    let kind: String
    /// The fields, in the order of the contract; without the kind itself.
    let fields: [FieldShape]
}
