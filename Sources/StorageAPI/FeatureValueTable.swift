public import FeatureModel

/// The values of many rows, side by side in one piece of memory: one allocation for all of them instead of one for each.
///
/// Rows are views of it: see ``FeatureValues``.
public final class FeatureValueTable: Sendable {
    /// How many values there are.
    public let count: Int

    private nonisolated(unsafe) let memory: UnsafeMutablePointer<FeatureValue?>  // nobody writes after `init`

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - capacity: how many values there may be.
    ///   - fill: given memory for so many values, without any; it makes some from the beginning on, and says how many.
    public init(capacity: Int, fill: (UnsafeMutablePointer<FeatureValue?>) -> Int) {
        precondition(capacity >= 0, "there cannot be fewer values than none")
        memory = .allocate(capacity: capacity)
        count = fill(memory)
        precondition(count >= 0 && count <= capacity, "more values were made than there is memory for")
    }

    /// The values of an array.
    public convenience init(_ values: [FeatureValue?]) {
        self.init(capacity: values.count) { memory in
            for (place, value) in values.enumerated() { (memory + place).initialize(to: value) }
            return values.count
        }
    }

    deinit {
        for place in 0..<count {
            // Most values own nothing; asking costs a third of letting the runtime find out.
            switch memory[place] {
            case nil, .int32, .int64, .double, .float, .bool: break
            case .bytes, .string, .bytesList, .stringList, .int32List, .int64List, .doubleList, .floatList, .boolList:
                (memory + place).deinitialize(count: 1)
            }
        }
        memory.deallocate()
    }

    /// The value at a place, counted from 0, which must be there.
    subscript(place: Int) -> FeatureValue? { memory[place] }
}
