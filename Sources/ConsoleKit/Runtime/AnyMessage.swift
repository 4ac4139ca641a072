/// A message of some screen, on its way through parts that know none of them.
struct AnyMessage: Sendable {
    let value: any Sendable
}
