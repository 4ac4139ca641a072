extension FeatureValue {
    /// Equality of what is stored: the same type and the same bits, so that NaN is itself and -0 is not 0.
    ///
    /// `==` follows IEEE 754 instead; use this one to ask whether a round trip changed anything.
    public func isIdentical(to other: FeatureValue) -> Bool {
        switch (self, other) {
        case (.double(let left), .double(let right)): left.bitPattern == right.bitPattern
        case (.float(let left), .float(let right)): left.bitPattern == right.bitPattern
        case (.doubleList(let left), .doubleList(let right)): left.map(\.bitPattern) == right.map(\.bitPattern)
        case (.floatList(let left), .floatList(let right)): left.map(\.bitPattern) == right.map(\.bitPattern)
        default: self == other
        }
    }
}
