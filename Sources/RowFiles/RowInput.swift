internal import Glibc

/// The bytes of a file, unpacked where it is a gzip archive, as a window that moves forward.
///
/// The window holds what was read and not yet consumed; memory stays in proportion to the largest row.
final class RowInput {
    private static let chunk = 1 << 20

    let path: String
    var bytesRead: Int64 { file.bytesRead }
    var totalBytes: Int64? { file.totalBytes }
    private(set) var isAtEnd = false

    private var file: InputFile
    private var inflater: GzipInflater?
    private var hasStarted = false
    private var packed: [UInt8] = []
    private var packedStart = 0
    private var buffer: [UInt8] = []
    private var start = 0
    private var end = 0

    init(path: String) throws(RowFileError) {
        self.path = path
        file = try InputFile(path: path)
    }

    var count: Int { end - start }

    func withWindow<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
    }

    func consume(_ count: Int) {
        start += count
    }

    /// Reads more into the window, at least one byte unless the file is at its end.
    func fill() throws(RowFileError) {
        makeRoom()
        guard hasStarted else { return try begin() }
        if inflater == nil {
            let count = try read(intoBufferFrom: end)
            end += count
            isAtEnd = count == 0
        } else {
            try inflateMore()
        }
    }

    /// The first bytes say whether it is an archive, whatever the name is.
    private func begin() throws(RowFileError) {
        hasStarted = true
        while count < 2 {
            let count = try read(intoBufferFrom: end)
            end += count
            if count == 0 {
                isAtEnd = true
                return
            }
        }
        guard buffer[start] == 0x1f, buffer[start + 1] == 0x8b else { return }
        packed = Array(buffer[start..<end])
        end = start
        inflater = GzipInflater()
        try inflateMore()
    }

    private func inflateMore() throws(RowFileError) {
        guard let inflater else { return }
        var written = 0
        while written == 0 {
            if packedStart == packed.count, !inflater.hasMoreOutput { try readPacked() }
            if packedStart == packed.count, !inflater.hasMoreOutput {
                isAtEnd = true
                guard inflater.isBetweenMembers else { throw RowFileError(path: path, reason: .truncatedArchive) }
                return
            }
            written = try inflate(with: inflater)
        }
        end += written
    }

    private func inflate(with inflater: GzipInflater) throws(RowFileError) -> Int {
        let (packedStart, end) = (packedStart, end)
        let result = packed.withUnsafeBytes { input in
            buffer.withUnsafeMutableBytes { output in
                Result { () throws(GzipInflater.Failure) in
                    try inflater.inflate(
                        UnsafeRawBufferPointer(rebasing: input[packedStart...]),
                        into: UnsafeMutableRawBufferPointer(rebasing: output[end...]))
                }
            }
        }
        switch result {
        case .success(let used):
            self.packedStart += used.read
            return used.written
        case .failure(.damaged(let why)): throw RowFileError(path: path, reason: .damagedArchive(why))
        }
    }

    private func readPacked() throws(RowFileError) {
        if packed.count != Self.chunk { packed = [UInt8](repeating: 0, count: Self.chunk) }
        let result = packed.withUnsafeMutableBytes { memory in
            Result { () throws(RowFileError) in try file.read(into: memory) }
        }
        let count = try result.get()
        packedStart = 0
        packed.removeLast(packed.count - count)
    }

    private func read(intoBufferFrom offset: Int) throws(RowFileError) -> Int {
        let result = buffer.withUnsafeMutableBytes { memory in
            Result { () throws(RowFileError) in
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[offset...]))
            }
        }
        return try result.get()
    }

    /// Moves the window to the front, and doubles the buffer when a single row fills it.
    private func makeRoom() {
        if start > 0 {
            buffer.withUnsafeMutableBytes { memory in
                guard let base = memory.baseAddress else { return }
                memmove(base, base + start, end - start)
            }
            end -= start
            start = 0
        }
        guard buffer.count - end < Self.chunk / 2 else { return }
        var larger = [UInt8](repeating: 0, count: max(Self.chunk, buffer.count * 2))
        larger.withUnsafeMutableBytes { target in
            buffer.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<end])) }
        }
        buffer = larger
    }
}
