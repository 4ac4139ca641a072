import Foundation

/// Bytes of Kafka's protocol, in its oldest forms, read from the front and written at the end.
struct WireMessage {
    private(set) var bytes: Data
    private var place = 0

    init(_ bytes: Data = Data()) {
        self.bytes = bytes
    }

    mutating func integer<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
        let size = MemoryLayout<Number>.size
        defer { place += size }
        return bytes.dropFirst(place).prefix(size).reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    mutating func text() -> String {
        let size = Int(max(0, integer(Int16.self)))
        defer { place += size }
        return String(decoding: bytes.dropFirst(place).prefix(size), as: UTF8.self)
    }

    mutating func list<Element>(_ element: (inout WireMessage) -> Element) -> [Element] {
        let count = max(0, integer(Int32.self))
        return (0..<count).map { _ in element(&self) }
    }

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(Int16(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append<Element>(list: [Element], _ element: (inout WireMessage, Element) -> Void) {
        append(Int32(list.count))
        for each in list { element(&self, each) }
    }
}
