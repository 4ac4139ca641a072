extension FeatureValue {
    /// Equality of what is stored: the same type and the same bits, so that NaN is itself, -0 is not 0, and
    /// two spellings of é are two.
    ///
    /// `==` follows IEEE 754 instead; use this one to ask whether a round trip changed anything.
    public func isIdentical(to other: FeatureValue) -> Bool {
        switch (self, other) {
        case (.double(let left), .double(let right)): left.bitPattern == right.bitPattern
        case (.float(let left), .float(let right)): left.bitPattern == right.bitPattern
        case (.doubleList(let left), .doubleList(let right)): left.map(\.bitPattern) == right.map(\.bitPattern)
        case (.floatList(let left), .floatList(let right)): left.map(\.bitPattern) == right.map(\.bitPattern)
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.stringList(let left), .stringList(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
        default: self == other
        }
    }
}
