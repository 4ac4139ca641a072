/// The different keys of a batch, in the order in which they came, in one piece of memory.
///
/// A table of our own: a dictionary would need an array for every key.
struct DistinctKeys {
    private struct Slot {
        var hash: UInt32 = 0
        /// The key's number from 1; 0 where the slot is free.
        var number: UInt32 = 0
    }

    private var bytes: [UInt8] = []
    /// Where each key ends.
    private var ends: [Int] = []
    private var slots: [Slot]
    /// Whoever chooses the keys cannot choose them so that all fall on one slot.
    private let seed = UInt64.random(in: 0 ... .max)

    /// - Parameters:
    ///   - capacity: how many keys may come.
    ///   - bytes: about how many bytes they have.
    init(capacity: Int, bytes: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        ends.reserveCapacity(capacity)
        self.bytes.reserveCapacity(bytes)
    }

    var count: Int { ends.count }

    /// How many bytes a key has.
    func size(of key: Int) -> Int { ends[key] - start(of: key) }

    /// Gives a key's bytes to `body`.
    func withBytes<Answer>(of key: Int, _ body: (UnsafeRawBufferPointer) -> Answer) -> Answer {
        bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start(of: key)..<ends[key]])) }
    }

    /// Takes a key.
    ///
    /// - Returns: its number, and whether it is a new one.
    mutating func insert(
        size: Int, write: (UnsafeMutableRawBufferPointer) -> Void
    ) -> (number: Int, isNew: Bool) {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: size))
        bytes.withUnsafeMutableBytes { write(UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
        let hash = hash(from: start)
        var place = Int(hash) & (slots.count - 1)
        while slots[place].number != 0 {
            let number = Int(slots[place].number) - 1
            if slots[place].hash == hash, isSame(number, from: start) {
                bytes.removeLast(size)
                return (number, false)
            }
            place = (place + 1) & (slots.count - 1)
        }
        ends.append(bytes.count)
        slots[place] = Slot(hash: hash, number: UInt32(ends.count))
        return (ends.count - 1, true)
    }

    private func start(of key: Int) -> Int { key == 0 ? 0 : ends[key - 1] }

    private func isSame(_ number: Int, from start: Int) -> Bool {
        guard size(of: number) == bytes.count - start else { return false }
        return bytes.withUnsafeBytes { bytes in
            bytes[self.start(of: number)..<ends[number]].elementsEqual(bytes[start...])
        }
    }

    /// Eight bytes at a time, each folded into the product of what came before.
    private func hash(from start: Int) -> UInt32 {
        bytes.withUnsafeBytes { bytes in
            var hash = seed
            var index = start
            while index + 8 <= bytes.count {
                hash = Self.folded(hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                index += 8
            }
            var rest: UInt64 = 1
            while index < bytes.count {
                rest = rest << 8 | UInt64(bytes[index])
                index += 1
            }
            hash = Self.folded(hash ^ rest)
            return UInt32(truncatingIfNeeded: hash)
        }
    }

    private static func folded(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
        return product.high ^ product.low
    }
}
