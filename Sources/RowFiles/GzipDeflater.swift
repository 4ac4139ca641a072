internal import CZlib

/// Packs bytes into one gzip member, piece by piece.
final class GzipDeflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // It fails only without memory, or with a library of another version than its header.
        precondition(larder_deflate_init(stream, Z_DEFAULT_COMPRESSION) == Z_OK, "zlib does not start")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Packs `input`; at the end also what is still held back.
    func deflate(_ input: [UInt8], isEnd: Bool) -> [UInt8] {
        var output: [UInt8] = []
        input.withUnsafeBytes { memory in
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: memory.baseAddress?.assumingMemoryBound(to: Bytef.self))
            stream.pointee.avail_in = UInt32(memory.count)
            repeat {
                let size = chunk.count
                chunk.withUnsafeMutableBytes { target in
                    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: Bytef.self)
                    stream.pointee.avail_out = UInt32(size)
                    _ = CZlib.deflate(stream, isEnd ? Z_FINISH : Z_NO_FLUSH)
                }
                output.append(contentsOf: chunk[..<(size - Int(stream.pointee.avail_out))])
            } while stream.pointee.avail_out == 0
        }
        return output
    }
}
