/// The script with which rows are written: it stores a value unless a later one is there.
///
/// Redis runs a script alone, so between looking and storing nobody else writes, however many writers there are.
/// The values are Feast's own bytes, without anything added for the guard: the script finds the event time in what is
/// stored, in any of the three encodings: at the end, or by walking over the protobuf fields. Bytes that are no row give way.
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
    static let digest = "0fc837e393d478b312f5826b59f60dccc2ca438f"

    /// Keys: the rows' keys, each once. Arguments: the rows' values, in the same order; then, where rows expire, `EX` and
    /// seconds from now, or `EVENT` and seconds from the event time.
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

        -- The event time of a row that ends with it, as all rows do but those of Feast before 0.5. Within a time no
        -- byte 26 is followed by the length of what is left, so the shortest ending that fits is the time.
        local function ending(s)
          local tag, length, inner, a, b, c, d, e = byte(s, -8, -1)
          if tag == 26 and length == 6 and inner == 8 and e and e < 128
            and a > 127 and b > 127 and c > 127 and d > 127 then
            return a - 128 + (b - 128) * 128 + (c - 128) * 16384 + (d - 128) * 2097152 + e * 268435456, 0
          end
          local last = #s
          for n = 0, math.min(17, last - 2) do
            if byte(s, last - n) == n and byte(s, last - n - 1) == 26 then
              local seconds, nanos = time(s, last - n + 1, last, 0, 0)
              if seconds then return seconds, nanos end
            end
          end
          return stamp(s)
        end

        local failed, newer, count = {}, {}, 0
        local function refuse(k, text)
          failed[#failed + 1] = k
          failed[#failed + 1] = text
        end

        local expiry, term = ARGV[#KEYS + 1], tonumber(ARGV[#KEYS + 2] or 0)
        -- Stores a value that expires, if need be only where nothing is. Redis before 6.2 has no SET with EXAT.
        local function store(k, value, seconds, condition)
          local command = {'SET', KEYS[k], value}
          if expiry == 'EX' then
            command[4], command[5], command[6] = 'EX', term, condition
          else
            command[4] = condition
          end
          local answer = redis.pcall(unpack(command))
          if answer and not answer.err and expiry == 'EVENT' then
            answer = redis.pcall('EXPIREAT', KEYS[k], seconds + term)
            if type(answer) == 'number' then return {} end
          end
          return answer
        end

        local stored = redis.pcall('MGET', unpack(KEYS))
        for k = 1, #KEYS do
          local value, old = ARGV[k], stored[k]
          if stored.err then
            refuse(k, stored.err)
          elseif old then
            local seconds, nanos = ending(old)
            local newSeconds, newNanos = ending(value)
            if not seconds or newSeconds > seconds or (newSeconds == seconds and newNanos >= nanos) then
              if expiry then
                local answer = store(k, value, newSeconds)
                if answer.err then refuse(k, answer.err) end
              else
                newer[count + 1] = KEYS[k]
                newer[count + 2] = value
                count = count + 2
              end
            end
          else
            -- Nothing, or nothing that MGET reads.
            local answer = store(k, value, expiry and ending(value), 'NX')
            if not answer then
              refuse(k, 'WRONGTYPE')
            elseif answer.err then
              refuse(k, answer.err)
            end
          end
        end
        if count > 0 then
          local answer = redis.pcall('MSET', unpack(newer))
          if answer.err then
            for k = 1, #KEYS do
              if stored[k] then refuse(k, answer.err) end
            end
          end
        end
        return failed
        """
}
