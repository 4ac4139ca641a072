/// The script with which rows are written: it stores a value unless a later one is there.
///
/// Redis runs a script alone, so between looking and storing nobody else writes, however many writers there are.
/// The values are Feast's own bytes, without anything added for the guard: the script finds the event time in what is
/// stored by walking over the protobuf fields, in any of the three encodings. Bytes that are no row give way.
enum NewestWinsScript {
    /// How the script is called.
    struct Command: Sendable {
        let name: String
        let script: String
    }

    /// Calls the script that the server already has.
    static let byDigest = Command(name: "EVALSHA", script: digest)
    /// Sends the script along; the server keeps it.
    static let byText = Command(name: "EVAL", script: source)

    /// What the server calls it: the SHA-1 of ``source`` in hexadecimal.
    static let digest = "ba98965b83aa9c7c0f4710363e092dee2be3eede"

    /// Keys: the rows' keys. Arguments, for each key: seconds and nanoseconds of the event time, and the value.
    /// Answer: for each key that failed its place from 1 and the error's text, flat; empty when none did.
    static let source = """
        local byte = string.byte

        -- An unsigned number, and the place behind it; nil where the bytes end or it is too long.
        local function varint(s, i)
          local value, scale = 0, 1
          for _ = 1, 10 do
            local b = byte(s, i)
            if not b then return nil end
            i = i + 1
            if b < 128 then return value + b * scale, i end
            value = value + (b - 128) * scale
            scale = scale * 128
          end
          return nil
        end

        -- A signed number of 64 bits. Lua has doubles only: the upper bits are made negative before they are added,
        -- so that every time of the calendar is exact.
        local function signed(s, i)
          local low, high, scale = 0, 0, 1
          for n = 1, 10 do
            local b = byte(s, i)
            if not b then return nil end
            i = i + 1
            local bits = b % 128
            if n == 8 then scale = 1 end
            if n < 8 then low = low + bits * scale else high = high + bits * scale end
            scale = scale * 128
            if b < 128 then
              high = high % 32768
              if high >= 16384 then high = high - 32768 end
              return high * 562949953421312 + low, i
            end
          end
          return nil
        end

        -- Steps over a field's content; nil where it is cut off.
        local function skipped(s, i, wire, last)
          if wire == 0 then
            local _
            _, i = varint(s, i)
            return i
          elseif wire == 1 then
            i = i + 8
          elseif wire == 5 then
            i = i + 4
          elseif wire == 2 then
            local length
            length, i = varint(s, i)
            if not length then return nil end
            i = i + length
          else
            return nil
          end
          if i > last + 1 then return nil end
          return i
        end

        -- google.protobuf.Timestamp between two places, over what was read before.
        local function time(s, i, last, seconds, nanos)
          while i <= last do
            local tag
            tag, i = varint(s, i)
            if not tag then return nil end
            if tag == 8 then
              seconds, i = signed(s, i)
            elseif tag == 16 then
              nanos, i = signed(s, i)
            else
              i = skipped(s, i, tag % 8, last)
            end
            if not i or i > last + 1 then return nil end
          end
          return seconds, nanos
        end

        -- The event time of a stored row; nil where the bytes are no row.
        local function stamp(s)
          local i, last = 1, #s
          local seconds, nanos = 0, 0
          while i <= last do
            local tag, length = byte(s, i, i + 1)
            if tag == 18 and length and length < 128 then
              i = i + 2 + length
              if i > last + 1 then return nil end
            else
              tag, i = varint(s, i)
              if not tag or tag < 8 then return nil end
              if tag == 26 then
                length, i = varint(s, i)
                if not length or i + length > last + 1 then return nil end
                seconds, nanos = time(s, i, i + length - 1, seconds, nanos)
                if not seconds then return nil end
                i = i + length
              else
                i = skipped(s, i, tag % 8, last)
                if not i then return nil end
              end
            end
          end
          local carry = math.floor(nanos / 1000000000)
          return seconds + carry, nanos - carry * 1000000000
        end

        local failed = {}
        for k = 1, #KEYS do
          local at = 3 * k
          local answer = redis.pcall('GET', KEYS[k])
          local refused = type(answer) == 'table' and answer.err
          if not refused then
            local seconds, nanos
            if answer then seconds, nanos = stamp(answer) end
            local newSeconds = tonumber(ARGV[at - 2])
            if not seconds or newSeconds > seconds
              or (newSeconds == seconds and tonumber(ARGV[at - 1]) >= nanos) then
              answer = redis.pcall('SET', KEYS[k], ARGV[at])
              refused = type(answer) == 'table' and answer.err
            end
          end
          if refused then
            failed[#failed + 1] = k
            failed[#failed + 1] = refused
          end
        end
        return failed
        """
}
