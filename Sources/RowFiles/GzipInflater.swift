internal import CZlib

/// Unpacks a gzip archive of one or more members, piece by piece.
final class GzipInflater {
    enum Failure: Error {
        case damaged(String)
    }

    private enum Place {
        case betweenMembers
        case insideMember
        case padding
    }

    private let stream: UnsafeMutablePointer<z_stream>
    private var place = Place.betweenMembers
    private var hasMember = false
    private var failure: Failure?

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // It fails only without memory, or with a library of another version than its header.
        precondition(larder_inflate_init(stream) == Z_OK, "zlib does not start")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// True where an archive may end.
    var isBetweenMembers: Bool { place != .insideMember && hasMember }

    /// True when the last call filled its output, so that there may be more without further input.
    private(set) var hasMoreOutput = false

    /// Unpacks from `input` into `output` as far as either goes. What was unpacked before damage is handed out first;
    /// the call after it fails.
    ///
    /// - Returns: how much of each was used.
    func inflate(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(Failure) -> (read: Int, written: Int) {
        var read = 0
        var written = 0
        while failure == nil, read < input.count || hasMoreOutput, written < output.count {
            if place != .insideMember {
                let padding = paddingCount(input[read...])
                read += padding
                guard read < input.count else { break }
            }
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: input.baseAddress?.advanced(by: read).assumingMemoryBound(to: Bytef.self))
            stream.pointee.avail_in = UInt32(input.count - read)
            stream.pointee.next_out = output.baseAddress?.advanced(by: written).assumingMemoryBound(to: Bytef.self)
            stream.pointee.avail_out = UInt32(output.count - written)
            step()
            read = input.count - Int(stream.pointee.avail_in)
            written = output.count - Int(stream.pointee.avail_out)
        }
        if let failure, written == 0 { throw failure }
        return (read, written)
    }

    /// Archives on tape are filled up with zeros; those after the last member mean nothing.
    private func paddingCount(_ input: Slice<UnsafeRawBufferPointer>) -> Int {
        guard hasMember, let first = input.first, first == 0 else { return 0 }
        place = .padding
        return input.prefix { $0 == 0 }.count
    }

    private func step() {
        guard place != .padding else {
            failure = .damaged("something follows its end")
            return
        }
        place = .insideMember
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        hasMoreOutput = stream.pointee.avail_out == 0
        switch status {
        case Z_STREAM_END:
            inflateReset(stream)
            place = .betweenMembers
            hasMember = true
            hasMoreOutput = false
        case Z_OK, Z_BUF_ERROR: break
        default:
            failure = .damaged(stream.pointee.msg.map { String(cString: $0) } ?? "its data makes no sense")
        }
    }
}
