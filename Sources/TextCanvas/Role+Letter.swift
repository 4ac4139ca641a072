extension Role {
    private static let alphabet = Array("tBmfsalCcMhxHKVTOoGgkLpujbiwyWERNzAZrDdPSnIeqQ1234Y-0567")

    /// One letter that stands for the role in golden files; every role has its own.
    public var letter: Character {
        guard let index = Role.allCases.firstIndex(of: self), index < Self.alphabet.count else { return "?" }
        return Self.alphabet[index]
    }
}
