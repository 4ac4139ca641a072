/// Chooses faults for the pieces of answers that pass through a ``FaultyProxy``, at random: the same ones for the same seed
/// and the same pieces.
public struct RandomFaults: Sendable {
    /// Of a thousand pieces so many suffer each kind of fault; the others pass.
    public let perMille: [FaultyProxy.FaultKind: Int]
    /// The longest delay.
    public let longestDelay: Duration

    private let corruptible: @Sendable (ArraySlice<UInt8>) -> [Int]
    private var generator: SequenceGenerator

    /// Makes a sequence of faults.
    ///
    /// - Parameters:
    ///   - perMille: of a thousand pieces so many suffer each kind; together at most a thousand.
    ///   - corruptible: the places in a piece, from 0, of which one may be corrupted; where there are none the piece passes.
    ///     Nil for any place.
    public init(
        seed: UInt64, perMille: [FaultyProxy.FaultKind: Int], longestDelay: Duration = .milliseconds(5),
        corruptible: (@Sendable (ArraySlice<UInt8>) -> [Int])? = nil
    ) {
        generator = SequenceGenerator(state: seed)
        self.perMille = perMille
        self.longestDelay = longestDelay
        self.corruptible = corruptible ?? { Array(0..<$0.count) }
    }

    /// The fault of the next piece; nil where it passes.
    mutating func next(for piece: ArraySlice<UInt8>) -> FaultyProxy.Fault? {
        var draw = Int.random(in: 0..<1000, using: &generator)
        for kind in FaultyProxy.FaultKind.allCases {
            draw -= perMille[kind, default: 0]
            if draw < 0 { return fault(kind, piece) }
        }
        return nil
    }

    private mutating func fault(_ kind: FaultyProxy.FaultKind, _ piece: ArraySlice<UInt8>) -> FaultyProxy.Fault? {
        switch kind {
        case .cut: return .cut
        case .swallow: return .swallow
        case .truncate: return .truncate(to: .random(in: 0..<piece.count, using: &generator))
        case .delay: return .delay(longestDelay * Double.random(in: 0...1, using: &generator))
        case .corrupt:
            guard let place = corruptible(piece).randomElement(using: &generator) else { return nil }
            return .corrupt(at: place, by: corruption(of: piece[piece.startIndex + place]))
        }
    }

    /// Half of the digits become other digits, for a wrong number is harder to notice than none.
    private mutating func corruption(of byte: UInt8) -> UInt8 {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if digits.contains(byte), Bool.random(using: &generator) {
            let other = digits.filter { $0 != byte }.randomElement(using: &generator) ?? 0
            return byte ^ other
        }
        return .random(in: 1...255, using: &generator)
    }
}
