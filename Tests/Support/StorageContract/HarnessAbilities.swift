/// What a harness can do to its backend, besides opening it.
public struct HarnessAbilities: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// ``StoreHarness/sever(_:)`` cuts the connection and ``StoreHarness/heal(_:)`` restores it.
    public static let severing = HarnessAbilities(rawValue: 1 << 0)
    /// ``StoreHarness/unreachablePlace()`` gives a place where nobody answers.
    public static let unreachablePlace = HarnessAbilities(rawValue: 1 << 1)

    /// The words for the abilities in this set.
    public var words: [String] {
        [(HarnessAbilities.severing, "severing the connection"), (.unreachablePlace, "a place where nobody answers")]
            .filter { contains($0.0) }.map(\.1)
    }
}
