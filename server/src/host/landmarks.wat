;; Turns the UTF-8 bytes of a file into UTF-16 and finds, sixteen characters at a time, where lines start and where a mention of
;; a cable may begin. `landmarks.ts` says what lies where and calls it; `node scripts/wat.mjs` compiles it into landmarks.wasm.
(module
  (memory (export "memory") 60)

  ;; Where things lie, in bytes. Thirty-two bytes before and behind each text are there to be read and mean nothing.
  (global $counts i32 (i32.const 0))
  (global $bytes i32 (i32.const 65536))
  (global $narrow i32 (i32.const 393216))
  (global $wide i32 (i32.const 720896))
  (global $lines i32 (i32.const 1310720))
  (global $marks i32 (i32.const 2621440))

  ;; Writes one UTF-16 unit twice: as a byte, 255 for all that is above, and as a unit.
  (func $emit (param $at i32) (param $unit i32)
    (i32.store8
      (i32.add (global.get $narrow) (local.get $at))
      (select (local.get $unit) (i32.const 255) (i32.lt_u (local.get $unit) (i32.const 256))))
    (i32.store16
      (i32.add (global.get $wide) (i32.shl (local.get $at) (i32.const 1)))
      (local.get $unit)))

  ;; The six bits that the byte at $at adds to a character.
  (func $more (param $at i32) (result i32)
    (i32.and (i32.load8_u (i32.add (global.get $bytes) (local.get $at))) (i32.const 63)))

  ;; Turns $length bytes, which must be UTF-8, into UTF-16. Gives the number of units, negative where some do not fit a byte.
  (func (export "decode") (param $length i32) (result i32)
    (local $in i32) (local $out i32) (local $seen i32) (local $byte i32) (local $ascii i32) (local $sixteen v128)
    (block $done
      (loop $next
        ;; Sixteen bytes are taken as they are, and then as many of them count as are ASCII.
        (local.set $sixteen (v128.load (i32.add (global.get $bytes) (local.get $in))))
        (v128.store (i32.add (global.get $narrow) (local.get $out)) (local.get $sixteen))
        (v128.store
          (i32.add (global.get $wide) (i32.shl (local.get $out) (i32.const 1)))
          (i16x8.extend_low_i8x16_u (local.get $sixteen)))
        (v128.store offset=16
          (i32.add (global.get $wide) (i32.shl (local.get $out) (i32.const 1)))
          (i16x8.extend_high_i8x16_u (local.get $sixteen)))
        (local.set $ascii (i8x16.bitmask (local.get $sixteen)))
        (if (i32.eqz (local.get $ascii))
          (then
            (local.set $in (i32.add (local.get $in) (i32.const 16)))
            (local.set $out (i32.add (local.get $out) (i32.const 16)))
            (br_if $next (i32.lt_u (local.get $in) (local.get $length)))
            (br $done)))
        (local.set $ascii (i32.ctz (local.get $ascii)))
        (local.set $in (i32.add (local.get $in) (local.get $ascii)))
        (local.set $out (i32.add (local.get $out) (local.get $ascii)))
        (br_if $done (i32.ge_u (local.get $in) (local.get $length)))
        ;; Then one character of two to four bytes.
        (local.set $byte (i32.load8_u (i32.add (global.get $bytes) (local.get $in))))
        (if (i32.lt_u (local.get $byte) (i32.const 0xe0))
          (then
            (local.set $byte
              (i32.or
                (i32.shl (i32.and (local.get $byte) (i32.const 31)) (i32.const 6))
                (call $more (i32.add (local.get $in) (i32.const 1)))))
            (local.set $in (i32.add (local.get $in) (i32.const 2))))
          (else
            (if (i32.lt_u (local.get $byte) (i32.const 0xf0))
              (then
                (local.set $byte
                  (i32.or
                    (i32.shl (i32.and (local.get $byte) (i32.const 15)) (i32.const 12))
                    (i32.or
                      (i32.shl (call $more (i32.add (local.get $in) (i32.const 1))) (i32.const 6))
                      (call $more (i32.add (local.get $in) (i32.const 2))))))
                (local.set $in (i32.add (local.get $in) (i32.const 3))))
              (else
                ;; Above 0xFFFF: a pair of units, the first of which is written here.
                (local.set $byte
                  (i32.sub
                    (i32.or
                      (i32.shl (i32.and (local.get $byte) (i32.const 7)) (i32.const 18))
                      (i32.or
                        (i32.shl (call $more (i32.add (local.get $in) (i32.const 1))) (i32.const 12))
                        (i32.or
                          (i32.shl (call $more (i32.add (local.get $in) (i32.const 2))) (i32.const 6))
                          (call $more (i32.add (local.get $in) (i32.const 3))))))
                    (i32.const 0x10000)))
                (call $emit
                  (local.get $out)
                  (i32.or (i32.const 0xd800) (i32.shr_u (local.get $byte) (i32.const 10))))
                (local.set $out (i32.add (local.get $out) (i32.const 1)))
                (local.set $byte
                  (i32.or (i32.const 0xdc00) (i32.and (local.get $byte) (i32.const 0x3ff))))
                (local.set $in (i32.add (local.get $in) (i32.const 4)))))))
        (call $emit (local.get $out) (local.get $byte))
        (local.set $seen (i32.or (local.get $seen) (local.get $byte)))
        (local.set $out (i32.add (local.get $out) (i32.const 1)))
        (br_if $next (i32.lt_u (local.get $in) (local.get $length)))))
    ;; Of the last sixteen bytes some may lie behind the end.
    (local.set $out (i32.sub (local.get $out) (i32.sub (local.get $in) (local.get $length))))
    (v128.store (i32.add (global.get $narrow) (local.get $out)) (v128.const i32x4 0 0 0 0))
    (v128.store offset=16 (i32.add (global.get $narrow) (local.get $out)) (v128.const i32x4 0 0 0 0))
    (select
      (i32.sub (i32.const 0) (local.get $out))
      (local.get $out)
      (i32.gt_u (local.get $seen) (i32.const 255))))

  ;; Writes $from plus the number of each bit that is set to $to; gives where the next goes.
  (func $list (param $bits i32) (param $from i32) (param $to i32) (result i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $bits)))
        (i32.store (local.get $to) (i32.add (local.get $from) (i32.ctz (local.get $bits))))
        (local.set $to (i32.add (local.get $to) (i32.const 4)))
        (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
        (br $next)))
    (local.get $to))

  ;; Lists, for $length decoded characters, the offsets at which lines start, and those at which two or more digits, `ref` or
  ;; `sep` begin. Leaves the two numbers of offsets in $counts.
  (func (export "search") (param $length i32)
    (local $at i32) (local $line i32) (local $mark i32) (local $bits i32)
    (local $before i32) (local $digits i32) (local $behind i32)
    (local $here v128) (local $next v128) (local $lower v128) (local $third v128)
    (local $zero v128) (local $ten v128) (local $lf v128) (local $cr v128) (local $small v128)
    (local $r v128) (local $s v128) (local $e v128) (local $f v128) (local $p v128)
    (local.set $lf (i8x16.splat (i32.const 10)))
    (local.set $cr (i8x16.splat (i32.const 13)))
    ;; This bit makes capitals small.
    (local.set $small (i8x16.splat (i32.const 32)))
    (local.set $e (i8x16.splat (i32.const 0x65)))
    (local.set $f (i8x16.splat (i32.const 0x66)))
    (local.set $p (i8x16.splat (i32.const 0x70)))
    (local.set $r (i8x16.splat (i32.const 0x72)))
    (local.set $s (i8x16.splat (i32.const 0x73)))
    ;; The first line starts at 0, which stands there already.
    (local.set $line (i32.add (global.get $lines) (i32.const 4)))
    (local.set $mark (global.get $marks))
    (local.set $zero (i8x16.splat (i32.const 48)))
    (local.set $ten (i8x16.splat (i32.const 10)))
    (local.set $behind
      (i8x16.bitmask
        (i8x16.lt_u (i8x16.sub (v128.load (global.get $narrow)) (local.get $zero)) (local.get $ten))))
    (block $done
      (loop $sixteen
        (br_if $done (i32.ge_u (local.get $at) (local.get $length)))
        (local.set $here (v128.load (i32.add (global.get $narrow) (local.get $at))))
        (local.set $next (v128.load offset=1 (i32.add (global.get $narrow) (local.get $at))))
        ;; A line ends at LF, or at a CR that no LF follows.
        (local.set $bits
          (i8x16.bitmask
            (v128.or
              (i8x16.eq (local.get $here) (local.get $lf))
              (v128.andnot
                (i8x16.eq (local.get $here) (local.get $cr))
                (i8x16.eq (local.get $next) (local.get $lf))))))
        (if (local.get $bits)
          (then
            (local.set $line
              (call $list (local.get $bits) (i32.add (local.get $at) (i32.const 1)) (local.get $line)))))
        (local.set $digits (local.get $behind))
        (local.set $behind
          (i8x16.bitmask
            (i8x16.lt_u
              (i8x16.sub
                (v128.load offset=16 (i32.add (global.get $narrow) (local.get $at)))
                (local.get $zero))
              (local.get $ten))))
        (local.set $lower (v128.or (local.get $here) (local.get $small)))
        (local.set $third
          (v128.or
            (v128.load offset=2 (i32.add (global.get $narrow) (local.get $at)))
            (local.get $small)))
        (local.set $bits
          (i32.or
            ;; A digit with another behind it and none before.
            (i32.and
              (i32.and
                (local.get $digits)
                (i32.xor
                  (i32.or (i32.shl (local.get $digits) (i32.const 1)) (local.get $before))
                  (i32.const -1)))
              (i32.or
                (i32.shr_u (local.get $digits) (i32.const 1))
                (i32.shl (local.get $behind) (i32.const 15))))
            ;; `ref` or `sep` in either case.
            (i8x16.bitmask
              (v128.and
                (i8x16.eq (v128.or (local.get $next) (local.get $small)) (local.get $e))
                (v128.or
                  (v128.and
                    (i8x16.eq (local.get $lower) (local.get $r))
                    (i8x16.eq (local.get $third) (local.get $f)))
                  (v128.and
                    (i8x16.eq (local.get $lower) (local.get $s))
                    (i8x16.eq (local.get $third) (local.get $p))))))))
        (local.set $before (i32.shr_u (local.get $digits) (i32.const 15)))
        (if (local.get $bits)
          (then
            (local.set $mark (call $list (local.get $bits) (local.get $at) (local.get $mark)))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $sixteen)))
    (i32.store (global.get $counts)
      (i32.shr_u (i32.sub (local.get $line) (global.get $lines)) (i32.const 2)))
    (i32.store offset=4 (global.get $counts)
      (i32.shr_u (i32.sub (local.get $mark) (global.get $marks)) (i32.const 2)))))
