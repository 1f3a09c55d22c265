import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7357:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/**
 * Javascript implementation of Abstract Syntax Notation Number One.
 *
 * @author Dave Longley
 *
 * Copyright (c) 2010-2015 Digital Bazaar, Inc.
 *
 * An API for storing data using the Abstract Syntax Notation Number One
 * format using DER (Distinguished Encoding Rules) encoding. This encoding is
 * commonly used to store data for PKI, i.e. X.509 Certificates, and this
 * implementation exists for that purpose.
 *
 * Abstract Syntax Notation Number One (ASN.1) is used to define the abstract
 * syntax of information without restricting the way the information is encoded
 * for transmission. It provides a standard that allows for open systems
 * communication. ASN.1 defines the syntax of information data and a number of
 * simple data types as well as a notation for describing them and specifying
 * values for them.
 *
 * The RSA algorithm creates public and private keys that are often stored in
 * X.509 or PKCS#X formats -- which use ASN.1 (encoded in DER format). This
 * class provides the most basic functionality required to store and load DSA
 * keys that are encoded according to ASN.1.
 *
 * The most common binary encodings for ASN.1 are BER (Basic Encoding Rules)
 * and DER (Distinguished Encoding Rules). DER is just a subset of BER that
 * has stricter requirements for how data must be encoded.
 *
 * Each ASN.1 structure has a tag (a byte identifying the ASN.1 structure type)
 * and a byte array for the value of this ASN1 structure which may be data or a
 * list of ASN.1 structures.
 *
 * Each ASN.1 structure using BER is (Tag-Length-Value):
 *
 * | byte 0 | bytes X | bytes Y |
 * |--------|---------|----------
 * |  tag   | length  |  value  |
 *
 * ASN.1 allows for tags to be of "High-tag-number form" which allows a tag to
 * be two or more octets, but that is not supported by this class. A tag is
 * only 1 byte. Bits 1-5 give the tag number (ie the data type within a
 * particular 'class'), 6 indicates whether or not the ASN.1 value is
 * constructed from other ASN.1 values, and bits 7 and 8 give the 'class'. If
 * bits 7 and 8 are both zero, the class is UNIVERSAL. If only bit 7 is set,
 * then the class is APPLICATION. If only bit 8 is set, then the class is
 * CONTEXT_SPECIFIC. If both bits 7 and 8 are set, then the class is PRIVATE.
 * The tag numbers for the data types for the class UNIVERSAL are listed below:
 *
 * UNIVERSAL 0 Reserved for use by the encoding rules
 * UNIVERSAL 1 Boolean type
 * UNIVERSAL 2 Integer type
 * UNIVERSAL 3 Bitstring type
 * UNIVERSAL 4 Octetstring type
 * UNIVERSAL 5 Null type
 * UNIVERSAL 6 Object identifier type
 * UNIVERSAL 7 Object descriptor type
 * UNIVERSAL 8 External type and Instance-of type
 * UNIVERSAL 9 Real type
 * UNIVERSAL 10 Enumerated type
 * UNIVERSAL 11 Embedded-pdv type
 * UNIVERSAL 12 UTF8String type
 * UNIVERSAL 13 Relative object identifier type
 * UNIVERSAL 14-15 Reserved for future editions
 * UNIVERSAL 16 Sequence and Sequence-of types
 * UNIVERSAL 17 Set and Set-of types
 * UNIVERSAL 18-22, 25-30 Character string types
 * UNIVERSAL 23-24 Time types
 *
 * The length of an ASN.1 structure is specified after the tag identifier.
 * There is a definite form and an indefinite form. The indefinite form may
 * be used if the encoding is constructed and not all immediately available.
 * The indefinite form is encoded using a length byte with only the 8th bit
 * set. The end of the constructed object is marked using end-of-contents
 * octets (two zero bytes).
 *
 * The definite form looks like this:
 *
 * The length may take up 1 or more bytes, it depends on the length of the
 * value of the ASN.1 structure. DER encoding requires that if the ASN.1
 * structure has a value that has a length greater than 127, more than 1 byte
 * will be used to store its length, otherwise just one byte will be used.
 * This is strict.
 *
 * In the case that the length of the ASN.1 value is less than 127, 1 octet
 * (byte) is used to store the "short form" length. The 8th bit has a value of
 * 0 indicating the length is "short form" and not "long form" and bits 7-1
 * give the length of the data. (The 8th bit is the left-most, most significant
 * bit: also known as big endian or network format).
 *
 * In the case that the length of the ASN.1 value is greater than 127, 2 to
 * 127 octets (bytes) are used to store the "long form" length. The first
 * byte's 8th bit is set to 1 to indicate the length is "long form." Bits 7-1
 * give the number of additional octets. All following octets are in base 256
 * with the most significant digit first (typical big-endian binary unsigned
 * integer storage). So, for instance, if the length of a value was 257, the
 * first byte would be set to:
 *
 * 10000010 = 130 = 0x82.
 *
 * This indicates there are 2 octets (base 256) for the length. The second and
 * third bytes (the octets just mentioned) would store the length in base 256:
 *
 * octet 2: 00000001 = 1 * 256^1 = 256
 * octet 3: 00000001 = 1 * 256^0 = 1
 * total = 257
 *
 * The algorithm for converting a js integer value of 257 to base-256 is:
 *
 * var value = 257;
 * var bytes = [];
 * bytes[0] = (value >>> 8) & 0xFF; // most significant byte first
 * bytes[1] = value & 0xFF;        // least significant byte last
 *
 * On the ASN.1 UNIVERSAL Object Identifier (OID) type:
 *
 * An OID can be written like: "value1.value2.value3...valueN"
 *
 * The DER encoding rules:
 *
 * The first byte has the value 40 * value1 + value2.
 * The following bytes, if any, encode the remaining values. Each value is
 * encoded in base 128, most significant digit first (big endian), with as
 * few digits as possible, and the most significant bit of each byte set
 * to 1 except the last in each value's encoding. For example: Given the
 * OID "1.2.840.113549", its DER encoding is (remember each byte except the
 * last one in each encoding is OR'd with 0x80):
 *
 * byte 1: 40 * 1 + 2 = 42 = 0x2A.
 * bytes 2-3: 128 * 6 + 72 = 840 = 6 72 = 6 72 = 0x0648 = 0x8648
 * bytes 4-6: 16384 * 6 + 128 * 119 + 13 = 6 119 13 = 0x06770D = 0x86F70D
 *
 * The final value is: 0x2A864886F70D.
 * The full OID (including ASN.1 tag and length of 6 bytes) is:
 * 0x06062A864886F70D
 */
var forge = __nccwpck_require__(8561);
__nccwpck_require__(7456);
__nccwpck_require__(245);

/* ASN.1 API */
var asn1 = module.exports = forge.asn1 = forge.asn1 || {};

/**
 * ASN.1 classes.
 */
asn1.Class = {
  UNIVERSAL:        0x00,
  APPLICATION:      0x40,
  CONTEXT_SPECIFIC: 0x80,
  PRIVATE:          0xC0
};

/**
 * ASN.1 types. Not all types are supported by this implementation, only
 * those necessary to implement a simple PKI are implemented.
 */
asn1.Type = {
  NONE:             0,
  BOOLEAN:          1,
  INTEGER:          2,
  BITSTRING:        3,
  OCTETSTRING:      4,
  NULL:             5,
  OID:              6,
  ODESC:            7,
  EXTERNAL:         8,
  REAL:             9,
  ENUMERATED:      10,
  EMBEDDED:        11,
  UTF8:            12,
  ROID:            13,
  SEQUENCE:        16,
  SET:             17,
  PRINTABLESTRING: 19,
  IA5STRING:       22,
  UTCTIME:         23,
  GENERALIZEDTIME: 24,
  BMPSTRING:       30
};

/**
 * Sets the default maximum recursion depth when parsing ASN.1 structures.
 */
asn1.maxDepth = 256;

/**
 * Creates a new asn1 object.
 *
 * @param tagClass the tag class for the object.
 * @param type the data type (tag number) for the object.
 * @param constructed true if the asn1 object is in constructed form.
 * @param value the value for the object, if it is not constructed.
 * @param [options] the options to use:
 *          [bitStringContents] the plain BIT STRING content including padding
 *            byte.
 *
 * @return the asn1 object.
 */
asn1.create = function(tagClass, type, constructed, value, options) {
  /* An asn1 object has a tagClass, a type, a constructed flag, and a
    value. The value's type depends on the constructed flag. If
    constructed, it will contain a list of other asn1 objects. If not,
    it will contain the ASN.1 value as an array of bytes formatted
    according to the ASN.1 data type. */

  // remove undefined values
  if(forge.util.isArray(value)) {
    var tmp = [];
    for(var i = 0; i < value.length; ++i) {
      if(value[i] !== undefined) {
        tmp.push(value[i]);
      }
    }
    value = tmp;
  }

  var obj = {
    tagClass: tagClass,
    type: type,
    constructed: constructed,
    composed: constructed || forge.util.isArray(value),
    value: value
  };
  if(options && 'bitStringContents' in options) {
    // TODO: copy byte buffer if it's a buffer not a string
    obj.bitStringContents = options.bitStringContents;
    // TODO: add readonly flag to avoid this overhead
    // save copy to detect changes
    obj.original = asn1.copy(obj);
  }
  return obj;
};

/**
 * Copies an asn1 object.
 *
 * @param obj the asn1 object.
 * @param [options] copy options:
 *          [excludeBitStringContents] true to not copy bitStringContents
 *
 * @return the a copy of the asn1 object.
 */
asn1.copy = function(obj, options) {
  var copy;

  if(forge.util.isArray(obj)) {
    copy = [];
    for(var i = 0; i < obj.length; ++i) {
      copy.push(asn1.copy(obj[i], options));
    }
    return copy;
  }

  if(typeof obj === 'string') {
    // TODO: copy byte buffer if it's a buffer not a string
    return obj;
  }

  copy = {
    tagClass: obj.tagClass,
    type: obj.type,
    constructed: obj.constructed,
    composed: obj.composed,
    value: asn1.copy(obj.value, options)
  };
  if(options && !options.excludeBitStringContents) {
    // TODO: copy byte buffer if it's a buffer not a string
    copy.bitStringContents = obj.bitStringContents;
  }
  return copy;
};

/**
 * Compares asn1 objects for equality.
 *
 * Note this function does not run in constant time.
 *
 * @param obj1 the first asn1 object.
 * @param obj2 the second asn1 object.
 * @param [options] compare options:
 *          [includeBitStringContents] true to compare bitStringContents
 *
 * @return true if the asn1 objects are equal.
 */
asn1.equals = function(obj1, obj2, options) {
  if(forge.util.isArray(obj1)) {
    if(!forge.util.isArray(obj2)) {
      return false;
    }
    if(obj1.length !== obj2.length) {
      return false;
    }
    for(var i = 0; i < obj1.length; ++i) {
      if(!asn1.equals(obj1[i], obj2[i])) {
        return false;
      }
    }
    return true;
  }

  if(typeof obj1 !== typeof obj2) {
    return false;
  }

  if(typeof obj1 === 'string') {
    return obj1 === obj2;
  }

  var equal = obj1.tagClass === obj2.tagClass &&
    obj1.type === obj2.type &&
    obj1.constructed === obj2.constructed &&
    obj1.composed === obj2.composed &&
    asn1.equals(obj1.value, obj2.value);
  if(options && options.includeBitStringContents) {
    equal = equal && (obj1.bitStringContents === obj2.bitStringContents);
  }

  return equal;
};

/**
 * Gets the length of a BER-encoded ASN.1 value.
 *
 * In case the length is not specified, undefined is returned.
 *
 * @param b the BER-encoded ASN.1 byte buffer, starting with the first
 *          length byte.
 *
 * @return the length of the BER-encoded ASN.1 value or undefined.
 */
asn1.getBerValueLength = function(b) {
  // TODO: move this function and related DER/BER functions to a der.js
  // file; better abstract ASN.1 away from der/ber.
  var b2 = b.getByte();
  if(b2 === 0x80) {
    return undefined;
  }

  // see if the length is "short form" or "long form" (bit 8 set)
  var length;
  var longForm = b2 & 0x80;
  if(!longForm) {
    // length is just the first byte
    length = b2;
  } else {
    // the number of bytes the length is specified in bits 7 through 1
    // and each length byte is in big-endian base-256
    length = b.getInt((b2 & 0x7F) << 3);
  }
  return length;
};

/**
 * Check if the byte buffer has enough bytes. Throws an Error if not.
 *
 * @param bytes the byte buffer to parse from.
 * @param remaining the bytes remaining in the current parsing state.
 * @param n the number of bytes the buffer must have.
 */
function _checkBufferLength(bytes, remaining, n) {
  if(n > remaining) {
    var error = new Error('Too few bytes to parse DER.');
    error.available = bytes.length();
    error.remaining = remaining;
    error.requested = n;
    throw error;
  }
}

/**
 * Gets the length of a BER-encoded ASN.1 value.
 *
 * In case the length is not specified, undefined is returned.
 *
 * @param bytes the byte buffer to parse from.
 * @param remaining the bytes remaining in the current parsing state.
 *
 * @return the length of the BER-encoded ASN.1 value or undefined.
 */
var _getValueLength = function(bytes, remaining) {
  // TODO: move this function and related DER/BER functions to a der.js
  // file; better abstract ASN.1 away from der/ber.
  // fromDer already checked that this byte exists
  var b2 = bytes.getByte();
  remaining--;
  if(b2 === 0x80) {
    return undefined;
  }

  // see if the length is "short form" or "long form" (bit 8 set)
  var length;
  var longForm = b2 & 0x80;
  if(!longForm) {
    // length is just the first byte
    length = b2;
  } else {
    // the number of bytes the length is specified in bits 7 through 1
    // and each length byte is in big-endian base-256
    var longFormBytes = b2 & 0x7F;
    _checkBufferLength(bytes, remaining, longFormBytes);
    length = bytes.getInt(longFormBytes << 3);
  }
  // FIXME: this will only happen for 32 bit getInt with high bit set
  if(length < 0) {
    throw new Error('Negative length: ' + length);
  }
  return length;
};

/**
 * Parses an asn1 object from a byte buffer in DER format.
 *
 * @param bytes the byte buffer to parse from.
 * @param [strict] true to be strict when checking value lengths, false to
 *          allow truncated values (default: true).
 * @param [options] object with options or boolean strict flag
 *          [strict] true to be strict when checking value lengths, false to
 *            allow truncated values (default: true).
 *          [parseAllBytes] true to ensure all bytes are parsed
 *            (default: true)
 *          [decodeBitStrings] true to attempt to decode the content of
 *            BIT STRINGs (not OCTET STRINGs) using strict mode. Note that
 *            without schema support to understand the data context this can
 *            erroneously decode values that happen to be valid ASN.1. This
 *            flag will be deprecated or removed as soon as schema support is
 *            available. (default: true)
 *          [maxDepth] override asn1.maxDepth recursion limit
 *            (default: asn1.maxDepth)
 *
 * @throws Will throw an error for various malformed input conditions.
 *
 * @return the parsed asn1 object.
 */
asn1.fromDer = function(bytes, options) {
  if(options === undefined) {
    options = {
      strict: true,
      parseAllBytes: true,
      decodeBitStrings: true
    };
  }
  if(typeof options === 'boolean') {
    options = {
      strict: options,
      parseAllBytes: true,
      decodeBitStrings: true
    };
  }
  if(!('strict' in options)) {
    options.strict = true;
  }
  if(!('parseAllBytes' in options)) {
    options.parseAllBytes = true;
  }
  if(!('decodeBitStrings' in options)) {
    options.decodeBitStrings = true;
  }
  if(!('maxDepth' in options)) {
    options.maxDepth = asn1.maxDepth;
  }

  // wrap in buffer if needed
  if(typeof bytes === 'string') {
    bytes = forge.util.createBuffer(bytes);
  }

  var byteCount = bytes.length();
  var value = _fromDer(bytes, bytes.length(), 0, options);
  if(options.parseAllBytes && bytes.length() !== 0) {
    var error = new Error('Unparsed DER bytes remain after ASN.1 parsing.');
    error.byteCount = byteCount;
    error.remaining = bytes.length();
    throw error;
  }
  return value;
};

/**
 * Internal function to parse an asn1 object from a byte buffer in DER format.
 *
 * @param bytes the byte buffer to parse from.
 * @param remaining the number of bytes remaining for this chunk.
 * @param depth the current parsing depth.
 * @param options object with same options as fromDer().
 *
 * @return the parsed asn1 object.
 */
function _fromDer(bytes, remaining, depth, options) {

  // check depth limit
  if(depth >= options.maxDepth) {
    throw new Error('ASN.1 parsing error: Max depth exceeded.');
  }

  // temporary storage for consumption calculations
  var start;

  // minimum length for ASN.1 DER structure is 2
  _checkBufferLength(bytes, remaining, 2);

  // get the first byte
  var b1 = bytes.getByte();
  // consumed one byte
  remaining--;

  // get the tag class
  var tagClass = (b1 & 0xC0);

  // get the type (bits 1-5)
  var type = b1 & 0x1F;

  // get the variable value length and adjust remaining bytes
  start = bytes.length();
  var length = _getValueLength(bytes, remaining);
  remaining -= start - bytes.length();

  // ensure there are enough bytes to get the value
  if(length !== undefined && length > remaining) {
    if(options.strict) {
      var error = new Error('Too few bytes to read ASN.1 value.');
      error.available = bytes.length();
      error.remaining = remaining;
      error.requested = length;
      throw error;
    }
    // Note: be lenient with truncated values and use remaining state bytes
    length = remaining;
  }

  // value storage
  var value;
  // possible BIT STRING contents storage
  var bitStringContents;

  // constructed flag is bit 6 (32 = 0x20) of the first byte
  var constructed = ((b1 & 0x20) === 0x20);
  if(constructed) {
    // parse child asn1 objects from the value
    value = [];
    if(length === undefined) {
      // asn1 object of indefinite length, read until end tag
      for(;;) {
        _checkBufferLength(bytes, remaining, 2);
        if(bytes.bytes(2) === String.fromCharCode(0, 0)) {
          bytes.getBytes(2);
          remaining -= 2;
          break;
        }
        start = bytes.length();
        value.push(_fromDer(bytes, remaining, depth + 1, options));
        remaining -= start - bytes.length();
      }
    } else {
      // parsing asn1 object of definite length
      while(length > 0) {
        start = bytes.length();
        value.push(_fromDer(bytes, length, depth + 1, options));
        remaining -= start - bytes.length();
        length -= start - bytes.length();
      }
    }
  }

  // if a BIT STRING, save the contents including padding
  if(value === undefined && tagClass === asn1.Class.UNIVERSAL &&
    type === asn1.Type.BITSTRING) {
    bitStringContents = bytes.bytes(length);
  }

  // determine if a non-constructed value should be decoded as a composed
  // value that contains other ASN.1 objects. BIT STRINGs (and OCTET STRINGs)
  // can be used this way.
  if(value === undefined && options.decodeBitStrings &&
    tagClass === asn1.Class.UNIVERSAL &&
    // FIXME: OCTET STRINGs not yet supported here
    // .. other parts of forge expect to decode OCTET STRINGs manually
    (type === asn1.Type.BITSTRING /*|| type === asn1.Type.OCTETSTRING*/) &&
    length > 1) {
    // save read position
    var savedRead = bytes.read;
    var savedRemaining = remaining;
    var unused = 0;
    if(type === asn1.Type.BITSTRING) {
      /* The first octet gives the number of bits by which the length of the
        bit string is less than the next multiple of eight (this is called
        the "number of unused bits").

        The second and following octets give the value of the bit string
        converted to an octet string. */
      _checkBufferLength(bytes, remaining, 1);
      unused = bytes.getByte();
      remaining--;
    }
    // if all bits are used, maybe the BIT/OCTET STRING holds ASN.1 objs
    if(unused === 0) {
      try {
        // attempt to parse child asn1 object from the value
        // (stored in array to signal composed value)
        start = bytes.length();
        var subOptions = {
          // enforce strict mode to avoid parsing ASN.1 from plain data
          strict: true,
          // only decode one level of BIT STRINGs, nested decoding has
          // quadratic cost due to copies for change detection
          decodeBitStrings: false,
          maxDepth: options.maxDepth
        };
        var composed = _fromDer(bytes, remaining, depth + 1, subOptions);
        var used = start - bytes.length();
        remaining -= used;
        if(type == asn1.Type.BITSTRING) {
          used++;
        }

        // if the data all decoded and the class indicates UNIVERSAL or
        // CONTEXT_SPECIFIC then assume we've got an encapsulated ASN.1 object
        var tc = composed.tagClass;
        if(used === length &&
          (tc === asn1.Class.UNIVERSAL || tc === asn1.Class.CONTEXT_SPECIFIC)) {
          value = [composed];
        }
      } catch(ex) {
      }
    }
    if(value === undefined) {
      // restore read position
      bytes.read = savedRead;
      remaining = savedRemaining;
    }
  }

  if(value === undefined) {
    // asn1 not constructed or composed, get raw value
    // TODO: do DER to OID conversion and vice-versa in .toDer?

    if(length === undefined) {
      if(options.strict) {
        throw new Error('Non-constructed ASN.1 object of indefinite length.');
      }
      // be lenient and use remaining state bytes
      length = remaining;
    }

    if(type === asn1.Type.BMPSTRING) {
      value = '';
      for(; length > 0; length -= 2) {
        _checkBufferLength(bytes, remaining, 2);
        value += String.fromCharCode(bytes.getInt16());
        remaining -= 2;
      }
    } else {
      value = bytes.getBytes(length);
      remaining -= length;
    }
  }

  // add BIT STRING contents if available
  var asn1Options = bitStringContents === undefined ? null : {
    bitStringContents: bitStringContents
  };

  // create and return asn1 object
  return asn1.create(tagClass, type, constructed, value, asn1Options);
}

/**
 * Converts the given asn1 object to a buffer of bytes in DER format.
 *
 * @param asn1 the asn1 object to convert to bytes.
 *
 * @return the buffer of bytes.
 */
asn1.toDer = function(obj) {
  var bytes = forge.util.createBuffer();

  // build the first byte
  var b1 = obj.tagClass | obj.type;

  // for storing the ASN.1 value
  var value = forge.util.createBuffer();

  // use BIT STRING contents if available and data not changed
  var useBitStringContents = false;
  if('bitStringContents' in obj) {
    useBitStringContents = true;
    if(obj.original) {
      useBitStringContents = asn1.equals(obj, obj.original);
    }
  }

  if(useBitStringContents) {
    value.putBytes(obj.bitStringContents);
  } else if(obj.composed) {
    // if composed, use each child asn1 object's DER bytes as value
    // turn on 6th bit (0x20 = 32) to indicate asn1 is constructed
    // from other asn1 objects
    if(obj.constructed) {
      b1 |= 0x20;
    } else {
      // type is a bit string, add unused bits of 0x00
      value.putByte(0x00);
    }

    // add all of the child DER bytes together
    for(var i = 0; i < obj.value.length; ++i) {
      if(obj.value[i] !== undefined) {
        value.putBuffer(asn1.toDer(obj.value[i]));
      }
    }
  } else {
    // use asn1.value directly
    if(obj.type === asn1.Type.BMPSTRING) {
      for(var i = 0; i < obj.value.length; ++i) {
        value.putInt16(obj.value.charCodeAt(i));
      }
    } else {
      // ensure integer is minimally-encoded
      // TODO: should all leading bytes be stripped vs just one?
      // .. ex '00 00 01' => '01'?
      if(obj.type === asn1.Type.INTEGER &&
        obj.value.length > 1 &&
        // leading 0x00 for positive integer
        ((obj.value.charCodeAt(0) === 0 &&
        (obj.value.charCodeAt(1) & 0x80) === 0) ||
        // leading 0xFF for negative integer
        (obj.value.charCodeAt(0) === 0xFF &&
        (obj.value.charCodeAt(1) & 0x80) === 0x80))) {
        value.putBytes(obj.value.substr(1));
      } else {
        value.putBytes(obj.value);
      }
    }
  }

  // add tag byte
  bytes.putByte(b1);

  // use "short form" encoding
  if(value.length() <= 127) {
    // one byte describes the length
    // bit 8 = 0 and bits 7-1 = length
    bytes.putByte(value.length() & 0x7F);
  } else {
    // use "long form" encoding
    // 2 to 127 bytes describe the length
    // first byte: bit 8 = 1 and bits 7-1 = # of additional bytes
    // other bytes: length in base 256, big-endian
    var len = value.length();
    var lenBytes = '';
    do {
      lenBytes += String.fromCharCode(len & 0xFF);
      len = len >>> 8;
    } while(len > 0);

    // set first byte to # bytes used to store the length and turn on
    // bit 8 to indicate long-form length is used
    bytes.putByte(lenBytes.length | 0x80);

    // concatenate length bytes in reverse since they were generated
    // little endian and we need big endian
    for(var i = lenBytes.length - 1; i >= 0; --i) {
      bytes.putByte(lenBytes.charCodeAt(i));
    }
  }

  // concatenate value bytes
  bytes.putBuffer(value);
  return bytes;
};

/**
 * Converts an OID dot-separated string to a byte buffer. The byte buffer
 * contains only the DER-encoded value, not any tag or length bytes.
 *
 * @param oid the OID dot-separated string.
 *
 * @return the byte buffer.
 */
asn1.oidToDer = function(oid) {
  // split OID into individual values
  var values = oid.split('.');
  var bytes = forge.util.createBuffer();

  // X.660: the first arc is 0, 1 or 2, and the second arc is at most 39
  // under 0 and 1; other values would encode the same as a different OID
  var first = parseInt(values[0], 10);
  var second = parseInt(values[1], 10);
  if(!(first >= 0 && first <= 2 && second >= 0) ||
    (first < 2 && second > 39)) {
    throw new Error('Invalid OID; the first two arcs are out of range.');
  }

  // the first subidentifier is 40 * value1 + value2; the remaining
  // subidentifiers are each a single value. every subidentifier is encoded in
  // base 128 with the 8th bit set on every byte except its last.
  var last, valueBytes, value, b;
  for(var i = 1; i < values.length; ++i) {
    // produce value bytes in reverse because we don't know how many
    // bytes it will take to store the value
    last = true;
    valueBytes = [];
    value = (i === 1) ? 40 * first + second : parseInt(values[i], 10);
    // TODO: Change bitwise logic to allow larger values.
    if(value > 0xffffffff) {
      throw new Error('OID value too large; max is 32-bits.');
    }
    do {
      b = value & 0x7F;
      value = value >>> 7;
      // if value is not last, then turn on 8th bit
      if(!last) {
        b |= 0x80;
      }
      valueBytes.push(b);
      last = false;
    } while(value > 0);

    // add value bytes in reverse (needs to be in big endian)
    for(var n = valueBytes.length - 1; n >= 0; --n) {
      bytes.putByte(valueBytes[n]);
    }
  }

  return bytes;
};

/**
 * Converts a DER-encoded byte buffer to an OID dot-separated string. The
 * byte buffer should contain only the DER-encoded value, not any tag or
 * length bytes.
 *
 * @param bytes the byte buffer.
 *
 * @return the OID dot-separated string.
 */
asn1.derToOid = function(bytes) {
  var oid;

  // wrap in buffer if needed
  if(typeof bytes === 'string') {
    bytes = forge.util.createBuffer(bytes);
  }

  // each subidentifier is encoded in base 128 with the 8th bit set on every
  // byte except its last; the first subidentifier encodes the first two arcs
  // as 40 * value1 + value2.
  var b;
  var value = 0;
  var first = true;
  while(bytes.length() > 0) {
    // error if 7b shift would exceed Number.MAX_SAFE_INTEGER
    // (Number.MAX_SAFE_INTEGER / 128)
    if(value > 0x3fffffffffff) {
      throw new Error('OID value too large; max is 53-bits.');
    }
    b = bytes.getByte();
    value = value * 128;
    // not the last byte for the value
    if(b & 0x80) {
      value += b & 0x7F;
    } else {
      // last byte
      value += b;
      if(first) {
        // split the first subidentifier into the first two arcs
        oid = (value < 80) ?
          Math.floor(value / 40) + '.' + (value % 40) :
          '2.' + (value - 80);
        first = false;
      } else {
        oid += '.' + value;
      }
      value = 0;
    }
  }

  return oid;
};

/**
 * Converts a UTCTime value to a date.
 *
 * Note: GeneralizedTime has 4 digits for the year and is used for X.509
 * dates past 2049. Parsing that structure hasn't been implemented yet.
 *
 * @param utc the UTCTime value to convert.
 *
 * @return the date.
 */
asn1.utcTimeToDate = function(utc) {
  /* The following formats can be used:

    YYMMDDhhmmZ
    YYMMDDhhmm+hh'mm'
    YYMMDDhhmm-hh'mm'
    YYMMDDhhmmssZ
    YYMMDDhhmmss+hh'mm'
    YYMMDDhhmmss-hh'mm'

    Where:

    YY is the least significant two digits of the year
    MM is the month (01 to 12)
    DD is the day (01 to 31)
    hh is the hour (00 to 23)
    mm are the minutes (00 to 59)
    ss are the seconds (00 to 59)
    Z indicates that local time is GMT, + indicates that local time is
    later than GMT, and - indicates that local time is earlier than GMT
    hh' is the absolute value of the offset from GMT in hours
    mm' is the absolute value of the offset from GMT in minutes */
  var date = new Date();

  // if YY >= 50 use 19xx, if YY < 50 use 20xx
  var year = parseInt(utc.substr(0, 2), 10);
  year = (year >= 50) ? 1900 + year : 2000 + year;
  var MM = parseInt(utc.substr(2, 2), 10) - 1; // use 0-11 for month
  var DD = parseInt(utc.substr(4, 2), 10);
  var hh = parseInt(utc.substr(6, 2), 10);
  var mm = parseInt(utc.substr(8, 2), 10);
  var ss = 0;

  // not just YYMMDDhhmmZ
  if(utc.length > 11) {
    // get character after minutes
    var c = utc.charAt(10);
    var end = 10;

    // see if seconds are present
    if(c !== '+' && c !== '-') {
      // get seconds
      ss = parseInt(utc.substr(10, 2), 10);
      end += 2;
    }
  }

  // update date
  date.setUTCFullYear(year, MM, DD);
  date.setUTCHours(hh, mm, ss, 0);

  if(end) {
    // get +/- after end of time
    c = utc.charAt(end);
    if(c === '+' || c === '-') {
      // get hours+minutes offset
      var hhoffset = parseInt(utc.substr(end + 1, 2), 10);
      var mmoffset = parseInt(utc.substr(end + 4, 2), 10);

      // calculate offset in milliseconds
      var offset = hhoffset * 60 + mmoffset;
      offset *= 60000;

      // apply offset
      if(c === '+') {
        date.setTime(+date - offset);
      } else {
        date.setTime(+date + offset);
      }
    }
  }

  return date;
};

/**
 * Converts a GeneralizedTime value to a date.
 *
 * @param gentime the GeneralizedTime value to convert.
 *
 * @return the date.
 */
asn1.generalizedTimeToDate = function(gentime) {
  /* The following formats can be used:

    YYYYMMDDHHMMSS
    YYYYMMDDHHMMSS.fff
    YYYYMMDDHHMMSSZ
    YYYYMMDDHHMMSS.fffZ
    YYYYMMDDHHMMSS+hh'mm'
    YYYYMMDDHHMMSS.fff+hh'mm'
    YYYYMMDDHHMMSS-hh'mm'
    YYYYMMDDHHMMSS.fff-hh'mm'

    Where:

    YYYY is the year
    MM is the month (01 to 12)
    DD is the day (01 to 31)
    hh is the hour (00 to 23)
    mm are the minutes (00 to 59)
    ss are the seconds (00 to 59)
    .fff is the second fraction, accurate to three decimal places
    Z indicates that local time is GMT, + indicates that local time is
    later than GMT, and - indicates that local time is earlier than GMT
    hh' is the absolute value of the offset from GMT in hours
    mm' is the absolute value of the offset from GMT in minutes */
  var date = new Date();

  var YYYY = parseInt(gentime.substr(0, 4), 10);
  var MM = parseInt(gentime.substr(4, 2), 10) - 1; // use 0-11 for month
  var DD = parseInt(gentime.substr(6, 2), 10);
  var hh = parseInt(gentime.substr(8, 2), 10);
  var mm = parseInt(gentime.substr(10, 2), 10);
  var ss = parseInt(gentime.substr(12, 2), 10);
  var fff = 0;
  var offset = 0;
  var isUTC = false;

  if(gentime.charAt(gentime.length - 1) === 'Z') {
    isUTC = true;
  }

  var end = gentime.length - 5, c = gentime.charAt(end);
  if(c === '+' || c === '-') {
    // get hours+minutes offset
    var hhoffset = parseInt(gentime.substr(end + 1, 2), 10);
    var mmoffset = parseInt(gentime.substr(end + 4, 2), 10);

    // calculate offset in milliseconds
    offset = hhoffset * 60 + mmoffset;
    offset *= 60000;

    // apply offset
    if(c === '+') {
      offset *= -1;
    }

    isUTC = true;
  }

  // check for second fraction
  if(gentime.charAt(14) === '.') {
    fff = parseFloat(gentime.substr(14), 10) * 1000;
  }

  if(isUTC) {
    date.setUTCFullYear(YYYY, MM, DD);
    date.setUTCHours(hh, mm, ss, fff);

    // apply offset
    date.setTime(+date + offset);
  } else {
    date.setFullYear(YYYY, MM, DD);
    date.setHours(hh, mm, ss, fff);
  }

  return date;
};

/**
 * Converts a date to a UTCTime value.
 *
 * Note: GeneralizedTime has 4 digits for the year and is used for X.509
 * dates past 2049. Converting to a GeneralizedTime hasn't been
 * implemented yet.
 *
 * @param date the date to convert.
 *
 * @return the UTCTime value.
 */
asn1.dateToUtcTime = function(date) {
  // TODO: validate; currently assumes proper format
  if(typeof date === 'string') {
    return date;
  }

  var rval = '';

  // create format YYMMDDhhmmssZ
  var format = [];
  format.push(('' + date.getUTCFullYear()).substr(2));
  format.push('' + (date.getUTCMonth() + 1));
  format.push('' + date.getUTCDate());
  format.push('' + date.getUTCHours());
  format.push('' + date.getUTCMinutes());
  format.push('' + date.getUTCSeconds());

  // ensure 2 digits are used for each format entry
  for(var i = 0; i < format.length; ++i) {
    if(format[i].length < 2) {
      rval += '0';
    }
    rval += format[i];
  }
  rval += 'Z';

  return rval;
};

/**
 * Converts a date to a GeneralizedTime value.
 *
 * @param date the date to convert.
 *
 * @return the GeneralizedTime value as a string.
 */
asn1.dateToGeneralizedTime = function(date) {
  // TODO: validate; currently assumes proper format
  if(typeof date === 'string') {
    return date;
  }

  var rval = '';

  // create format YYYYMMDDHHMMSSZ
  var format = [];
  format.push('' + date.getUTCFullYear());
  format.push('' + (date.getUTCMonth() + 1));
  format.push('' + date.getUTCDate());
  format.push('' + date.getUTCHours());
  format.push('' + date.getUTCMinutes());
  format.push('' + date.getUTCSeconds());

  // ensure 2 digits are used for each format entry
  for(var i = 0; i < format.length; ++i) {
    if(format[i].length < 2) {
      rval += '0';
    }
    rval += format[i];
  }
  rval += 'Z';

  return rval;
};

/**
 * Converts a javascript integer to a DER-encoded byte buffer to be used
 * as the value for an INTEGER type.
 *
 * @param x the integer.
 *
 * @return the byte buffer.
 */
asn1.integerToDer = function(x) {
  var rval = forge.util.createBuffer();
  if(x >= -0x80 && x < 0x80) {
    return rval.putSignedInt(x, 8);
  }
  if(x >= -0x8000 && x < 0x8000) {
    return rval.putSignedInt(x, 16);
  }
  if(x >= -0x800000 && x < 0x800000) {
    return rval.putSignedInt(x, 24);
  }
  if(x >= -0x80000000 && x < 0x80000000) {
    return rval.putSignedInt(x, 32);
  }
  var error = new Error('Integer too large; max is 32-bits.');
  error.integer = x;
  throw error;
};

/**
 * Converts a DER-encoded byte buffer to a javascript integer. This is
 * typically used to decode the value of an INTEGER type.
 *
 * @param bytes the byte buffer.
 *
 * @return the integer.
 */
asn1.derToInteger = function(bytes) {
  // wrap in buffer if needed
  if(typeof bytes === 'string') {
    bytes = forge.util.createBuffer(bytes);
  }

  var n = bytes.length() * 8;
  if(n > 32) {
    throw new Error('Integer too large; max is 32-bits.');
  }
  return bytes.getSignedInt(n);
};

/**
 * Validates that the given ASN.1 object is at least a super set of the
 * given ASN.1 structure. Only tag classes and types are checked. An
 * optional map may also be provided to capture ASN.1 values while the
 * structure is checked.
 *
 * To capture an ASN.1 value, set an object in the validator's 'capture'
 * parameter to the key to use in the capture map. To capture the full
 * ASN.1 object, specify 'captureAsn1'. To capture BIT STRING bytes, including
 * the leading unused bits counter byte, specify 'captureBitStringContents'.
 * To capture BIT STRING bytes, without the leading unused bits counter byte,
 * specify 'captureBitStringValue'.
 *
 * Objects in the validator may set a field 'optional' to true to indicate
 * that it isn't necessary to pass validation.
 *
 * @param obj the ASN.1 object to validate.
 * @param v the ASN.1 structure validator.
 * @param capture an optional map to capture values in.
 * @param errors an optional array for storing validation errors.
 *
 * @return true on success, false on failure.
 */
asn1.validate = function(obj, v, capture, errors) {
  var rval = false;

  // ensure tag class and type are the same if specified
  if((obj.tagClass === v.tagClass || typeof(v.tagClass) === 'undefined') &&
    (obj.type === v.type || typeof(v.type) === 'undefined')) {
    // ensure constructed flag is the same if specified
    if(obj.constructed === v.constructed ||
      typeof(v.constructed) === 'undefined') {
      rval = true;

      // handle sub values
      if(v.value && forge.util.isArray(v.value)) {
        var j = 0;
        for(var i = 0; rval && i < v.value.length; ++i) {
          var schemaItem = v.value[i];
          rval = !!schemaItem.optional;

          // current child in the object
          var objChild = obj.value[j];

          // if there is no child left to match
          if(!objChild) {
            // if optional, ok (rval already true), else fail below
            if(!schemaItem.optional) {
              rval = false;
              if(errors) {
                errors.push('[' + v.name + '] ' +
                  'Missing required element. Expected tag class "' +
                  schemaItem.tagClass + '", type "' + schemaItem.type + '"');
              }
            }
            continue;
          }

          // If schema explicitly specifies tagClass/type, do a quick structural check
          // to avoid unnecessary recursion/side-effects when tags clearly don't match.
          var schemaHasTag = (typeof schemaItem.tagClass !== 'undefined' &&
            typeof schemaItem.type !== 'undefined');

          if(schemaHasTag &&
            (objChild.tagClass !== schemaItem.tagClass || objChild.type !== schemaItem.type)) {
            // Tags do not match.
            if(schemaItem.optional) {
              // Skip this schema element (don't consume objChild; don't call recursive validate).
              rval = true;
              continue;
            } else {
              // Required schema item mismatched - fail.
              rval = false;
              if(errors) {
                errors.push('[' + v.name + '] ' +
                  'Tag mismatch. Expected (' +
                  schemaItem.tagClass + ',' + schemaItem.type + '), got (' +
                  objChild.tagClass + ',' + objChild.type + ')');
              }
              break;
            }
          }

          // Tags are compatible (or schema did not declare tags) - dive into recursive validate.
          var childRval = asn1.validate(objChild, schemaItem, capture, errors);
          if(childRval) {
            // consume this child
            ++j;
            rval = true;
          } else if(schemaItem.optional) {
            // validation failed but element is optional => skip schema item (don't consume child)
            rval = true;
          } else {
            // required item failed
            rval = false;
            // errors should already be populated by recursive call; keep failing
            break;
          }
        }
      }

      if(rval && capture) {
        if(v.capture) {
          capture[v.capture] = obj.value;
        }
        if(v.captureAsn1) {
          capture[v.captureAsn1] = obj;
        }
        if(v.captureBitStringContents && 'bitStringContents' in obj) {
          capture[v.captureBitStringContents] = obj.bitStringContents;
        }
        if(v.captureBitStringValue && 'bitStringContents' in obj) {
          var value;
          if(obj.bitStringContents.length < 2) {
            capture[v.captureBitStringValue] = '';
          } else {
            // FIXME: support unused bits with data shifting
            var unused = obj.bitStringContents.charCodeAt(0);
            if(unused !== 0) {
              throw new Error(
                'captureBitStringValue only supported for zero unused bits');
            }
            capture[v.captureBitStringValue] = obj.bitStringContents.slice(1);
          }
        }
      }
    } else if(errors) {
      errors.push(
        '[' + v.name + '] ' +
        'Expected constructed "' + v.constructed + '", got "' +
        obj.constructed + '"');
    }
  } else if(errors) {
    if(obj.tagClass !== v.tagClass) {
      errors.push(
        '[' + v.name + '] ' +
        'Expected tag class "' + v.tagClass + '", got "' +
        obj.tagClass + '"');
    }
    if(obj.type !== v.type) {
      errors.push(
        '[' + v.name + '] ' +
        'Expected type "' + v.type + '", got "' +
        obj.type + '"');
    }
  }
  return rval;
};

// regex for testing for non-latin characters
var _nonLatinRegex = /[^\\u0000-\\u00ff]/;

/**
 * Pretty prints an ASN.1 object to a string.
 *
 * @param obj the object to write out.
 * @param level the level in the tree.
 * @param indentation the indentation to use.
 *
 * @return the string.
 */
asn1.prettyPrint = function(obj, level, indentation) {
  var rval = '';

  // set default level and indentation
  level = level || 0;
  indentation = indentation || 2;

  // start new line for deep levels
  if(level > 0) {
    rval += '\n';
  }

  // create indent
  var indent = '';
  for(var i = 0; i < level * indentation; ++i) {
    indent += ' ';
  }

  // print class:type
  rval += indent + 'Tag: ';
  switch(obj.tagClass) {
  case asn1.Class.UNIVERSAL:
    rval += 'Universal:';
    break;
  case asn1.Class.APPLICATION:
    rval += 'Application:';
    break;
  case asn1.Class.CONTEXT_SPECIFIC:
    rval += 'Context-Specific:';
    break;
  case asn1.Class.PRIVATE:
    rval += 'Private:';
    break;
  }

  if(obj.tagClass === asn1.Class.UNIVERSAL) {
    rval += obj.type;

    // known types
    switch(obj.type) {
    case asn1.Type.NONE:
      rval += ' (None)';
      break;
    case asn1.Type.BOOLEAN:
      rval += ' (Boolean)';
      break;
    case asn1.Type.INTEGER:
      rval += ' (Integer)';
      break;
    case asn1.Type.BITSTRING:
      rval += ' (Bit string)';
      break;
    case asn1.Type.OCTETSTRING:
      rval += ' (Octet string)';
      break;
    case asn1.Type.NULL:
      rval += ' (Null)';
      break;
    case asn1.Type.OID:
      rval += ' (Object Identifier)';
      break;
    case asn1.Type.ODESC:
      rval += ' (Object Descriptor)';
      break;
    case asn1.Type.EXTERNAL:
      rval += ' (External or Instance of)';
      break;
    case asn1.Type.REAL:
      rval += ' (Real)';
      break;
    case asn1.Type.ENUMERATED:
      rval += ' (Enumerated)';
      break;
    case asn1.Type.EMBEDDED:
      rval += ' (Embedded PDV)';
      break;
    case asn1.Type.UTF8:
      rval += ' (UTF8)';
      break;
    case asn1.Type.ROID:
      rval += ' (Relative Object Identifier)';
      break;
    case asn1.Type.SEQUENCE:
      rval += ' (Sequence)';
      break;
    case asn1.Type.SET:
      rval += ' (Set)';
      break;
    case asn1.Type.PRINTABLESTRING:
      rval += ' (Printable String)';
      break;
    case asn1.Type.IA5String:
      rval += ' (IA5String (ASCII))';
      break;
    case asn1.Type.UTCTIME:
      rval += ' (UTC time)';
      break;
    case asn1.Type.GENERALIZEDTIME:
      rval += ' (Generalized time)';
      break;
    case asn1.Type.BMPSTRING:
      rval += ' (BMP String)';
      break;
    }
  } else {
    rval += obj.type;
  }

  rval += '\n';
  rval += indent + 'Constructed: ' + obj.constructed + '\n';

  if(obj.composed) {
    var subvalues = 0;
    var sub = '';
    for(var i = 0; i < obj.value.length; ++i) {
      if(obj.value[i] !== undefined) {
        subvalues += 1;
        sub += asn1.prettyPrint(obj.value[i], level + 1, indentation);
        if((i + 1) < obj.value.length) {
          sub += ',';
        }
      }
    }
    rval += indent + 'Sub values: ' + subvalues + sub;
  } else {
    rval += indent + 'Value: ';
    if(obj.type === asn1.Type.OID) {
      var oid = asn1.derToOid(obj.value);
      rval += oid;
      if(forge.pki && forge.pki.oids) {
        if(oid in forge.pki.oids) {
          rval += ' (' + forge.pki.oids[oid] + ') ';
        }
      }
    }
    if(obj.type === asn1.Type.INTEGER) {
      try {
        rval += asn1.derToInteger(obj.value);
      } catch(ex) {
        rval += '0x' + forge.util.bytesToHex(obj.value);
      }
    } else if(obj.type === asn1.Type.BITSTRING) {
      // TODO: shift bits as needed to display without padding
      if(obj.value.length > 1) {
        // remove unused bits field
        rval += '0x' + forge.util.bytesToHex(obj.value.slice(1));
      } else {
        rval += '(none)';
      }
      // show unused bit count
      if(obj.value.length > 0) {
        var unused = obj.value.charCodeAt(0);
        if(unused == 1) {
          rval += ' (1 unused bit shown)';
        } else if(unused > 1) {
          rval += ' (' + unused + ' unused bits shown)';
        }
      }
    } else if(obj.type === asn1.Type.OCTETSTRING) {
      if(!_nonLatinRegex.test(obj.value)) {
        rval += '(' + obj.value + ') ';
      }
      rval += '0x' + forge.util.bytesToHex(obj.value);
    } else if(obj.type === asn1.Type.UTF8) {
      try {
        rval += forge.util.decodeUtf8(obj.value);
      } catch(e) {
        if(e.message === 'URI malformed') {
          rval +=
            '0x' + forge.util.bytesToHex(obj.value) + ' (malformed UTF8)';
        } else {
          throw e;
        }
      }
    } else if(obj.type === asn1.Type.PRINTABLESTRING ||
      obj.type === asn1.Type.IA5String) {
      rval += obj.value;
    } else if(_nonLatinRegex.test(obj.value)) {
      rval += '0x' + forge.util.bytesToHex(obj.value);
    } else if(obj.value.length === 0) {
      rval += '[null]';
    } else {
      rval += obj.value;
    }
  }

  return rval;
};


/***/ }),

/***/ 763:
/***/ ((module) => {

/**
 * Base-N/Base-X encoding/decoding functions.
 *
 * Original implementation from base-x:
 * https://github.com/cryptocoinjs/base-x
 *
 * Which is MIT licensed:
 *
 * The MIT License (MIT)
 *
 * Copyright base-x contributors (c) 2016
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy
 * of this software and associated documentation files (the "Software"), to deal
 * in the Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
 * copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in
 * all copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
 * FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER
 * DEALINGS IN THE SOFTWARE.
 */
var api = {};
module.exports = api;

// baseN alphabet indexes
var _reverseAlphabets = {};

/**
 * BaseN-encodes a Uint8Array using the given alphabet.
 *
 * @param input the Uint8Array to encode.
 * @param maxline the maximum number of encoded characters per line to use,
 *          defaults to none.
 *
 * @return the baseN-encoded output string.
 */
api.encode = function(input, alphabet, maxline) {
  if(typeof alphabet !== 'string') {
    throw new TypeError('"alphabet" must be a string.');
  }
  if(maxline !== undefined && typeof maxline !== 'number') {
    throw new TypeError('"maxline" must be a number.');
  }

  var output = '';

  if(!(input instanceof Uint8Array)) {
    // assume forge byte buffer
    output = _encodeWithByteBuffer(input, alphabet);
  } else {
    var i = 0;
    var base = alphabet.length;
    var first = alphabet.charAt(0);
    var digits = [0];
    for(i = 0; i < input.length; ++i) {
      for(var j = 0, carry = input[i]; j < digits.length; ++j) {
        carry += digits[j] << 8;
        digits[j] = carry % base;
        carry = (carry / base) | 0;
      }

      while(carry > 0) {
        digits.push(carry % base);
        carry = (carry / base) | 0;
      }
    }

    // deal with leading zeros
    for(i = 0; input[i] === 0 && i < input.length - 1; ++i) {
      output += first;
    }
    // convert digits to a string
    for(i = digits.length - 1; i >= 0; --i) {
      output += alphabet[digits[i]];
    }
  }

  if(maxline) {
    var regex = new RegExp('.{1,' + maxline + '}', 'g');
    output = output.match(regex).join('\r\n');
  }

  return output;
};

/**
 * Decodes a baseN-encoded (using the given alphabet) string to a
 * Uint8Array.
 *
 * @param input the baseN-encoded input string.
 *
 * @return the Uint8Array.
 */
api.decode = function(input, alphabet) {
  if(typeof input !== 'string') {
    throw new TypeError('"input" must be a string.');
  }
  if(typeof alphabet !== 'string') {
    throw new TypeError('"alphabet" must be a string.');
  }

  var table = _reverseAlphabets[alphabet];
  if(!table) {
    // compute reverse alphabet
    table = _reverseAlphabets[alphabet] = [];
    for(var i = 0; i < alphabet.length; ++i) {
      table[alphabet.charCodeAt(i)] = i;
    }
  }

  // remove whitespace characters
  input = input.replace(/\s/g, '');

  var base = alphabet.length;
  var first = alphabet.charAt(0);
  var bytes = [0];
  for(var i = 0; i < input.length; i++) {
    var value = table[input.charCodeAt(i)];
    if(value === undefined) {
      return;
    }

    for(var j = 0, carry = value; j < bytes.length; ++j) {
      carry += bytes[j] * base;
      bytes[j] = carry & 0xff;
      carry >>= 8;
    }

    while(carry > 0) {
      bytes.push(carry & 0xff);
      carry >>= 8;
    }
  }

  // deal with leading zeros
  for(var k = 0; input[k] === first && k < input.length - 1; ++k) {
    bytes.push(0);
  }

  if(typeof Buffer !== 'undefined') {
    return Buffer.from(bytes.reverse());
  }

  return new Uint8Array(bytes.reverse());
};

function _encodeWithByteBuffer(input, alphabet) {
  var i = 0;
  var base = alphabet.length;
  var first = alphabet.charAt(0);
  var digits = [0];
  for(i = 0; i < input.length(); ++i) {
    for(var j = 0, carry = input.at(i); j < digits.length; ++j) {
      carry += digits[j] << 8;
      digits[j] = carry % base;
      carry = (carry / base) | 0;
    }

    while(carry > 0) {
      digits.push(carry % base);
      carry = (carry / base) | 0;
    }
  }

  var output = '';

  // deal with leading zeros
  for(i = 0; input.at(i) === 0 && i < input.length() - 1; ++i) {
    output += first;
  }
  // convert digits to a string
  for(i = digits.length - 1; i >= 0; --i) {
    output += alphabet[digits[i]];
  }

  return output;
}


/***/ }),

/***/ 8561:
/***/ ((module) => {

/**
 * Node.js module for Forge.
 *
 * @author Dave Longley
 *
 * Copyright 2011-2016 Digital Bazaar, Inc.
 */
module.exports = {
  // default options
  options: {
    usePureJavaScript: false
  }
};


/***/ }),

/***/ 245:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/**
 * Object IDs for ASN.1.
 *
 * @author Dave Longley
 *
 * Copyright (c) 2010-2013 Digital Bazaar, Inc.
 */
var forge = __nccwpck_require__(8561);

forge.pki = forge.pki || {};
var oids = module.exports = forge.pki.oids = forge.oids = forge.oids || {};

// set id to name mapping and name to id mapping
function _IN(id, name) {
  oids[id] = name;
  oids[name] = id;
}
// set id to name mapping only
function _I_(id, name) {
  oids[id] = name;
}

// algorithm OIDs
_IN('1.2.840.113549.1.1.1', 'rsaEncryption');
// Note: md2 & md4 not implemented
//_IN('1.2.840.113549.1.1.2', 'md2WithRSAEncryption');
//_IN('1.2.840.113549.1.1.3', 'md4WithRSAEncryption');
_IN('1.2.840.113549.1.1.4', 'md5WithRSAEncryption');
_IN('1.2.840.113549.1.1.5', 'sha1WithRSAEncryption');
_IN('1.2.840.113549.1.1.7', 'RSAES-OAEP');
_IN('1.2.840.113549.1.1.8', 'mgf1');
_IN('1.2.840.113549.1.1.9', 'pSpecified');
_IN('1.2.840.113549.1.1.10', 'RSASSA-PSS');
_IN('1.2.840.113549.1.1.11', 'sha256WithRSAEncryption');
_IN('1.2.840.113549.1.1.12', 'sha384WithRSAEncryption');
_IN('1.2.840.113549.1.1.13', 'sha512WithRSAEncryption');
// Edwards-curve Digital Signature Algorithm (EdDSA) Ed25519
_IN('1.3.101.112', 'EdDSA25519');

_IN('1.2.840.10040.4.3', 'dsa-with-sha1');

_IN('1.3.14.3.2.7', 'desCBC');

_IN('1.3.14.3.2.26', 'sha1');
// Deprecated equivalent of sha1WithRSAEncryption
_IN('1.3.14.3.2.29', 'sha1WithRSASignature');
_IN('2.16.840.1.101.3.4.2.1', 'sha256');
_IN('2.16.840.1.101.3.4.2.2', 'sha384');
_IN('2.16.840.1.101.3.4.2.3', 'sha512');
_IN('2.16.840.1.101.3.4.2.4', 'sha224');
_IN('2.16.840.1.101.3.4.2.5', 'sha512-224');
_IN('2.16.840.1.101.3.4.2.6', 'sha512-256');
_IN('1.2.840.113549.2.2', 'md2');
_IN('1.2.840.113549.2.5', 'md5');

// pkcs#7 content types
_IN('1.2.840.113549.1.7.1', 'data');
_IN('1.2.840.113549.1.7.2', 'signedData');
_IN('1.2.840.113549.1.7.3', 'envelopedData');
_IN('1.2.840.113549.1.7.4', 'signedAndEnvelopedData');
_IN('1.2.840.113549.1.7.5', 'digestedData');
_IN('1.2.840.113549.1.7.6', 'encryptedData');

// pkcs#9 oids
_IN('1.2.840.113549.1.9.1', 'emailAddress');
_IN('1.2.840.113549.1.9.2', 'unstructuredName');
_IN('1.2.840.113549.1.9.3', 'contentType');
_IN('1.2.840.113549.1.9.4', 'messageDigest');
_IN('1.2.840.113549.1.9.5', 'signingTime');
_IN('1.2.840.113549.1.9.6', 'counterSignature');
_IN('1.2.840.113549.1.9.7', 'challengePassword');
_IN('1.2.840.113549.1.9.8', 'unstructuredAddress');
_IN('1.2.840.113549.1.9.14', 'extensionRequest');

_IN('1.2.840.113549.1.9.20', 'friendlyName');
_IN('1.2.840.113549.1.9.21', 'localKeyId');
_IN('1.2.840.113549.1.9.22.1', 'x509Certificate');

// pkcs#12 safe bags
_IN('1.2.840.113549.1.12.10.1.1', 'keyBag');
_IN('1.2.840.113549.1.12.10.1.2', 'pkcs8ShroudedKeyBag');
_IN('1.2.840.113549.1.12.10.1.3', 'certBag');
_IN('1.2.840.113549.1.12.10.1.4', 'crlBag');
_IN('1.2.840.113549.1.12.10.1.5', 'secretBag');
_IN('1.2.840.113549.1.12.10.1.6', 'safeContentsBag');

// password-based-encryption for pkcs#12
_IN('1.2.840.113549.1.5.13', 'pkcs5PBES2');
_IN('1.2.840.113549.1.5.12', 'pkcs5PBKDF2');

_IN('1.2.840.113549.1.12.1.1', 'pbeWithSHAAnd128BitRC4');
_IN('1.2.840.113549.1.12.1.2', 'pbeWithSHAAnd40BitRC4');
_IN('1.2.840.113549.1.12.1.3', 'pbeWithSHAAnd3-KeyTripleDES-CBC');
_IN('1.2.840.113549.1.12.1.4', 'pbeWithSHAAnd2-KeyTripleDES-CBC');
_IN('1.2.840.113549.1.12.1.5', 'pbeWithSHAAnd128BitRC2-CBC');
_IN('1.2.840.113549.1.12.1.6', 'pbewithSHAAnd40BitRC2-CBC');

// hmac OIDs
_IN('1.2.840.113549.2.7', 'hmacWithSHA1');
_IN('1.2.840.113549.2.8', 'hmacWithSHA224');
_IN('1.2.840.113549.2.9', 'hmacWithSHA256');
_IN('1.2.840.113549.2.10', 'hmacWithSHA384');
_IN('1.2.840.113549.2.11', 'hmacWithSHA512');

// symmetric key algorithm oids
_IN('1.2.840.113549.3.7', 'des-EDE3-CBC');
_IN('2.16.840.1.101.3.4.1.2', 'aes128-CBC');
_IN('2.16.840.1.101.3.4.1.22', 'aes192-CBC');
_IN('2.16.840.1.101.3.4.1.42', 'aes256-CBC');

// certificate issuer/subject OIDs
_IN('2.5.4.3', 'commonName');
_IN('2.5.4.4', 'surname');
_IN('2.5.4.5', 'serialNumber');
_IN('2.5.4.6', 'countryName');
_IN('2.5.4.7', 'localityName');
_IN('2.5.4.8', 'stateOrProvinceName');
_IN('2.5.4.9', 'streetAddress');
_IN('2.5.4.10', 'organizationName');
_IN('2.5.4.11', 'organizationalUnitName');
_IN('2.5.4.12', 'title');
_IN('2.5.4.13', 'description');
_IN('2.5.4.15', 'businessCategory');
_IN('2.5.4.17', 'postalCode');
_IN('2.5.4.42', 'givenName');
_IN('2.5.4.65', 'pseudonym');
_IN('1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionOfIncorporationStateOrProvinceName');
_IN('1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionOfIncorporationCountryName');

// X.509 extension OIDs
_IN('2.16.840.1.113730.1.1', 'nsCertType');
_IN('2.16.840.1.113730.1.13', 'nsComment'); // deprecated in theory; still widely used
_I_('2.5.29.1', 'authorityKeyIdentifier'); // deprecated, use .35
_I_('2.5.29.2', 'keyAttributes'); // obsolete use .37 or .15
_I_('2.5.29.3', 'certificatePolicies'); // deprecated, use .32
_I_('2.5.29.4', 'keyUsageRestriction'); // obsolete use .37 or .15
_I_('2.5.29.5', 'policyMapping'); // deprecated use .33
_I_('2.5.29.6', 'subtreesConstraint'); // obsolete use .30
_I_('2.5.29.7', 'subjectAltName'); // deprecated use .17
_I_('2.5.29.8', 'issuerAltName'); // deprecated use .18
_I_('2.5.29.9', 'subjectDirectoryAttributes');
_I_('2.5.29.10', 'basicConstraints'); // deprecated use .19
_I_('2.5.29.11', 'nameConstraints'); // deprecated use .30
_I_('2.5.29.12', 'policyConstraints'); // deprecated use .36
_I_('2.5.29.13', 'basicConstraints'); // deprecated use .19
_IN('2.5.29.14', 'subjectKeyIdentifier');
_IN('2.5.29.15', 'keyUsage');
_I_('2.5.29.16', 'privateKeyUsagePeriod');
_IN('2.5.29.17', 'subjectAltName');
_IN('2.5.29.18', 'issuerAltName');
_IN('2.5.29.19', 'basicConstraints');
_I_('2.5.29.20', 'cRLNumber');
_I_('2.5.29.21', 'cRLReason');
_I_('2.5.29.22', 'expirationDate');
_I_('2.5.29.23', 'instructionCode');
_I_('2.5.29.24', 'invalidityDate');
_I_('2.5.29.25', 'cRLDistributionPoints'); // deprecated use .31
_I_('2.5.29.26', 'issuingDistributionPoint'); // deprecated use .28
_I_('2.5.29.27', 'deltaCRLIndicator');
_I_('2.5.29.28', 'issuingDistributionPoint');
_I_('2.5.29.29', 'certificateIssuer');
_I_('2.5.29.30', 'nameConstraints');
_IN('2.5.29.31', 'cRLDistributionPoints');
_IN('2.5.29.32', 'certificatePolicies');
_I_('2.5.29.33', 'policyMappings');
_I_('2.5.29.34', 'policyConstraints'); // deprecated use .36
_IN('2.5.29.35', 'authorityKeyIdentifier');
_I_('2.5.29.36', 'policyConstraints');
_IN('2.5.29.37', 'extKeyUsage');
_I_('2.5.29.46', 'freshestCRL');
_I_('2.5.29.54', 'inhibitAnyPolicy');

// extKeyUsage purposes
_IN('1.3.6.1.4.1.11129.2.4.2', 'timestampList');
_IN('1.3.6.1.5.5.7.1.1', 'authorityInfoAccess');
_IN('1.3.6.1.5.5.7.3.1', 'serverAuth');
_IN('1.3.6.1.5.5.7.3.2', 'clientAuth');
_IN('1.3.6.1.5.5.7.3.3', 'codeSigning');
_IN('1.3.6.1.5.5.7.3.4', 'emailProtection');
_IN('1.3.6.1.5.5.7.3.8', 'timeStamping');


/***/ }),

/***/ 7456:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/**
 * Utility functions for web applications.
 *
 * @author Dave Longley
 *
 * Copyright (c) 2010-2018 Digital Bazaar, Inc.
 */
var forge = __nccwpck_require__(8561);
var baseN = __nccwpck_require__(763);

/* Utilities API */
var util = module.exports = forge.util = forge.util || {};

// define setImmediate and nextTick
(function() {
  // use native nextTick (unless we're in webpack)
  // webpack (or better node-libs-browser polyfill) sets process.browser.
  // this way we can detect webpack properly
  if(typeof process !== 'undefined' && process.nextTick && !process.browser) {
    util.nextTick = process.nextTick;
    if(typeof setImmediate === 'function') {
      util.setImmediate = setImmediate;
    } else {
      // polyfill setImmediate with nextTick, older versions of node
      // (those w/o setImmediate) won't totally starve IO
      util.setImmediate = util.nextTick;
    }
    return;
  }

  // polyfill nextTick with native setImmediate
  if(typeof setImmediate === 'function') {
    util.setImmediate = function() { return setImmediate.apply(undefined, arguments); };
    util.nextTick = function(callback) {
      return setImmediate(callback);
    };
    return;
  }

  /* Note: A polyfill upgrade pattern is used here to allow combining
  polyfills. For example, MutationObserver is fast, but blocks UI updates,
  so it needs to allow UI updates periodically, so it falls back on
  postMessage or setTimeout. */

  // polyfill with setTimeout
  util.setImmediate = function(callback) {
    setTimeout(callback, 0);
  };

  // upgrade polyfill to use postMessage
  if(typeof window !== 'undefined' &&
    typeof window.postMessage === 'function') {
    var msg = 'forge.setImmediate';
    var callbacks = [];
    util.setImmediate = function(callback) {
      callbacks.push(callback);
      // only send message when one hasn't been sent in
      // the current turn of the event loop
      if(callbacks.length === 1) {
        window.postMessage(msg, '*');
      }
    };
    function handler(event) {
      if(event.source === window && event.data === msg) {
        event.stopPropagation();
        var copy = callbacks.slice();
        callbacks.length = 0;
        copy.forEach(function(callback) {
          callback();
        });
      }
    }
    window.addEventListener('message', handler, true);
  }

  // upgrade polyfill to use MutationObserver
  if(typeof MutationObserver !== 'undefined') {
    // polyfill with MutationObserver
    var now = Date.now();
    var attr = true;
    var div = document.createElement('div');
    var callbacks = [];
    new MutationObserver(function() {
      var copy = callbacks.slice();
      callbacks.length = 0;
      copy.forEach(function(callback) {
        callback();
      });
    }).observe(div, {attributes: true});
    var oldSetImmediate = util.setImmediate;
    util.setImmediate = function(callback) {
      if(Date.now() - now > 15) {
        now = Date.now();
        oldSetImmediate(callback);
      } else {
        callbacks.push(callback);
        // only trigger observer when it hasn't been triggered in
        // the current turn of the event loop
        if(callbacks.length === 1) {
          div.setAttribute('a', attr = !attr);
        }
      }
    };
  }

  util.nextTick = util.setImmediate;
})();

// check if running under Node.js
util.isNodejs =
  typeof process !== 'undefined' && process.versions && process.versions.node;


// 'self' will also work in Web Workers (instance of WorkerGlobalScope) while
// it will point to `window` in the main thread.
// To remain compatible with older browsers, we fall back to 'window' if 'self'
// is not available.
util.globalScope = (function() {
  if(util.isNodejs) {
    return global;
  }

  return typeof self === 'undefined' ? window : self;
})();

// define isArray
util.isArray = Array.isArray || function(x) {
  return Object.prototype.toString.call(x) === '[object Array]';
};

// define isArrayBuffer
util.isArrayBuffer = function(x) {
  return typeof ArrayBuffer !== 'undefined' && x instanceof ArrayBuffer;
};

// define isArrayBufferView
util.isArrayBufferView = function(x) {
  return x && util.isArrayBuffer(x.buffer) && x.byteLength !== undefined;
};

/**
 * Ensure a bits param is 8, 16, 24, or 32. Used to validate input for
 * algorithms where bit manipulation, JavaScript limitations, and/or algorithm
 * design only allow for byte operations of a limited size.
 *
 * @param n number of bits.
 *
 * Throw Error if n invalid.
 */
function _checkBitsParam(n) {
  if(!(n === 8 || n === 16 || n === 24 || n === 32)) {
    throw new Error('Only 8, 16, 24, or 32 bits supported: ' + n);
  }
}

// TODO: set ByteBuffer to best available backing
util.ByteBuffer = ByteStringBuffer;

/** Buffer w/BinaryString backing */

/**
 * Constructor for a binary string backed byte buffer.
 *
 * @param [b] the bytes to wrap (either encoded as string, one byte per
 *          character, or as an ArrayBuffer or Typed Array).
 */
function ByteStringBuffer(b) {
  // TODO: update to match DataBuffer API

  // the data in this buffer
  this.data = '';
  // the pointer for reading from this buffer
  this.read = 0;

  if(typeof b === 'string') {
    this.data = b;
  } else if(util.isArrayBuffer(b) || util.isArrayBufferView(b)) {
    if(typeof Buffer !== 'undefined' && b instanceof Buffer) {
      this.data = b.toString('binary');
    } else {
      // convert native buffer to forge buffer
      // FIXME: support native buffers internally instead
      var arr = new Uint8Array(b);
      try {
        this.data = String.fromCharCode.apply(null, arr);
      } catch(e) {
        for(var i = 0; i < arr.length; ++i) {
          this.putByte(arr[i]);
        }
      }
    }
  } else if(b instanceof ByteStringBuffer ||
    (typeof b === 'object' && typeof b.data === 'string' &&
    typeof b.read === 'number')) {
    // copy existing buffer
    this.data = b.data;
    this.read = b.read;
  }

  // used for v8 optimization
  this._constructedStringLength = 0;
}
util.ByteStringBuffer = ByteStringBuffer;

/* Note: This is an optimization for V8-based browsers. When V8 concatenates
  a string, the strings are only joined logically using a "cons string" or
  "constructed/concatenated string". These containers keep references to one
  another and can result in very large memory usage. For example, if a 2MB
  string is constructed by concatenating 4 bytes together at a time, the
  memory usage will be ~44MB; so ~22x increase. The strings are only joined
  together when an operation requiring their joining takes place, such as
  substr(). This function is called when adding data to this buffer to ensure
  these types of strings are periodically joined to reduce the memory
  footprint. */
var _MAX_CONSTRUCTED_STRING_LENGTH = 4096;
util.ByteStringBuffer.prototype._optimizeConstructedString = function(x) {
  this._constructedStringLength += x;
  if(this._constructedStringLength > _MAX_CONSTRUCTED_STRING_LENGTH) {
    // this substr() should cause the constructed string to join
    this.data.substr(0, 1);
    this._constructedStringLength = 0;
  }
};

/**
 * Gets the number of bytes in this buffer.
 *
 * @return the number of bytes in this buffer.
 */
util.ByteStringBuffer.prototype.length = function() {
  return this.data.length - this.read;
};

/**
 * Gets whether or not this buffer is empty.
 *
 * @return true if this buffer is empty, false if not.
 */
util.ByteStringBuffer.prototype.isEmpty = function() {
  return this.length() <= 0;
};

/**
 * Puts a byte in this buffer.
 *
 * @param b the byte to put.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putByte = function(b) {
  return this.putBytes(String.fromCharCode(b));
};

/**
 * Puts a byte in this buffer N times.
 *
 * @param b the byte to put.
 * @param n the number of bytes of value b to put.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.fillWithByte = function(b, n) {
  b = String.fromCharCode(b);
  var d = this.data;
  while(n > 0) {
    if(n & 1) {
      d += b;
    }
    n >>>= 1;
    if(n > 0) {
      b += b;
    }
  }
  this.data = d;
  this._optimizeConstructedString(n);
  return this;
};

/**
 * Puts bytes in this buffer.
 *
 * @param bytes the bytes (as a binary encoded string) to put.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putBytes = function(bytes) {
  this.data += bytes;
  this._optimizeConstructedString(bytes.length);
  return this;
};

/**
 * Puts a UTF-16 encoded string into this buffer.
 *
 * @param str the string to put.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putString = function(str) {
  return this.putBytes(util.encodeUtf8(str));
};

/**
 * Puts a 16-bit integer in this buffer in big-endian order.
 *
 * @param i the 16-bit integer.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putInt16 = function(i) {
  return this.putBytes(
    String.fromCharCode(i >> 8 & 0xFF) +
    String.fromCharCode(i & 0xFF));
};

/**
 * Puts a 24-bit integer in this buffer in big-endian order.
 *
 * @param i the 24-bit integer.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putInt24 = function(i) {
  return this.putBytes(
    String.fromCharCode(i >> 16 & 0xFF) +
    String.fromCharCode(i >> 8 & 0xFF) +
    String.fromCharCode(i & 0xFF));
};

/**
 * Puts a 32-bit integer in this buffer in big-endian order.
 *
 * @param i the 32-bit integer.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putInt32 = function(i) {
  return this.putBytes(
    String.fromCharCode(i >> 24 & 0xFF) +
    String.fromCharCode(i >> 16 & 0xFF) +
    String.fromCharCode(i >> 8 & 0xFF) +
    String.fromCharCode(i & 0xFF));
};

/**
 * Puts a 16-bit integer in this buffer in little-endian order.
 *
 * @param i the 16-bit integer.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putInt16Le = function(i) {
  return this.putBytes(
    String.fromCharCode(i & 0xFF) +
    String.fromCharCode(i >> 8 & 0xFF));
};

/**
 * Puts a 24-bit integer in this buffer in little-endian order.
 *
 * @param i the 24-bit integer.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putInt24Le = function(i) {
  return this.putBytes(
    String.fromCharCode(i & 0xFF) +
    String.fromCharCode(i >> 8 & 0xFF) +
    String.fromCharCode(i >> 16 & 0xFF));
};

/**
 * Puts a 32-bit integer in this buffer in little-endian order.
 *
 * @param i the 32-bit integer.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putInt32Le = function(i) {
  return this.putBytes(
    String.fromCharCode(i & 0xFF) +
    String.fromCharCode(i >> 8 & 0xFF) +
    String.fromCharCode(i >> 16 & 0xFF) +
    String.fromCharCode(i >> 24 & 0xFF));
};

/**
 * Puts an n-bit integer in this buffer in big-endian order.
 *
 * @param i the n-bit integer.
 * @param n the number of bits in the integer (8, 16, 24, or 32).
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putInt = function(i, n) {
  _checkBitsParam(n);
  var bytes = '';
  do {
    n -= 8;
    bytes += String.fromCharCode((i >> n) & 0xFF);
  } while(n > 0);
  return this.putBytes(bytes);
};

/**
 * Puts a signed n-bit integer in this buffer in big-endian order. Two's
 * complement representation is used.
 *
 * @param i the n-bit integer.
 * @param n the number of bits in the integer (8, 16, 24, or 32).
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putSignedInt = function(i, n) {
  // putInt checks n
  if(i < 0) {
    i += 2 << (n - 1);
  }
  return this.putInt(i, n);
};

/**
 * Puts the given buffer into this buffer.
 *
 * @param buffer the buffer to put into this one.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.putBuffer = function(buffer) {
  return this.putBytes(buffer.getBytes());
};

/**
 * Gets a byte from this buffer and advances the read pointer by 1.
 *
 * @return the byte.
 */
util.ByteStringBuffer.prototype.getByte = function() {
  return this.data.charCodeAt(this.read++);
};

/**
 * Gets a uint16 from this buffer in big-endian order and advances the read
 * pointer by 2.
 *
 * @return the uint16.
 */
util.ByteStringBuffer.prototype.getInt16 = function() {
  var rval = (
    this.data.charCodeAt(this.read) << 8 ^
    this.data.charCodeAt(this.read + 1));
  this.read += 2;
  return rval;
};

/**
 * Gets a uint24 from this buffer in big-endian order and advances the read
 * pointer by 3.
 *
 * @return the uint24.
 */
util.ByteStringBuffer.prototype.getInt24 = function() {
  var rval = (
    this.data.charCodeAt(this.read) << 16 ^
    this.data.charCodeAt(this.read + 1) << 8 ^
    this.data.charCodeAt(this.read + 2));
  this.read += 3;
  return rval;
};

/**
 * Gets a uint32 from this buffer in big-endian order and advances the read
 * pointer by 4.
 *
 * @return the word.
 */
util.ByteStringBuffer.prototype.getInt32 = function() {
  var rval = (
    this.data.charCodeAt(this.read) << 24 ^
    this.data.charCodeAt(this.read + 1) << 16 ^
    this.data.charCodeAt(this.read + 2) << 8 ^
    this.data.charCodeAt(this.read + 3));
  this.read += 4;
  return rval;
};

/**
 * Gets a uint16 from this buffer in little-endian order and advances the read
 * pointer by 2.
 *
 * @return the uint16.
 */
util.ByteStringBuffer.prototype.getInt16Le = function() {
  var rval = (
    this.data.charCodeAt(this.read) ^
    this.data.charCodeAt(this.read + 1) << 8);
  this.read += 2;
  return rval;
};

/**
 * Gets a uint24 from this buffer in little-endian order and advances the read
 * pointer by 3.
 *
 * @return the uint24.
 */
util.ByteStringBuffer.prototype.getInt24Le = function() {
  var rval = (
    this.data.charCodeAt(this.read) ^
    this.data.charCodeAt(this.read + 1) << 8 ^
    this.data.charCodeAt(this.read + 2) << 16);
  this.read += 3;
  return rval;
};

/**
 * Gets a uint32 from this buffer in little-endian order and advances the read
 * pointer by 4.
 *
 * @return the word.
 */
util.ByteStringBuffer.prototype.getInt32Le = function() {
  var rval = (
    this.data.charCodeAt(this.read) ^
    this.data.charCodeAt(this.read + 1) << 8 ^
    this.data.charCodeAt(this.read + 2) << 16 ^
    this.data.charCodeAt(this.read + 3) << 24);
  this.read += 4;
  return rval;
};

/**
 * Gets an n-bit integer from this buffer in big-endian order and advances the
 * read pointer by ceil(n/8).
 *
 * @param n the number of bits in the integer (8, 16, 24, or 32).
 *
 * @return the integer.
 */
util.ByteStringBuffer.prototype.getInt = function(n) {
  _checkBitsParam(n);
  var rval = 0;
  do {
    // TODO: Use (rval * 0x100) if adding support for 33 to 53 bits.
    rval = (rval << 8) + this.data.charCodeAt(this.read++);
    n -= 8;
  } while(n > 0);
  return rval;
};

/**
 * Gets a signed n-bit integer from this buffer in big-endian order, using
 * two's complement, and advances the read pointer by n/8.
 *
 * @param n the number of bits in the integer (8, 16, 24, or 32).
 *
 * @return the integer.
 */
util.ByteStringBuffer.prototype.getSignedInt = function(n) {
  // getInt checks n
  var x = this.getInt(n);
  var max = 2 << (n - 2);
  if(x >= max) {
    x -= max << 1;
  }
  return x;
};

/**
 * Reads bytes out as a binary encoded string and clears them from the
 * buffer. Note that the resulting string is binary encoded (in node.js this
 * encoding is referred to as `binary`, it is *not* `utf8`).
 *
 * @param count the number of bytes to read, undefined or null for all.
 *
 * @return a binary encoded string of bytes.
 */
util.ByteStringBuffer.prototype.getBytes = function(count) {
  var rval;
  if(count) {
    // read count bytes
    count = Math.min(this.length(), count);
    rval = this.data.slice(this.read, this.read + count);
    this.read += count;
  } else if(count === 0) {
    rval = '';
  } else {
    // read all bytes, optimize to only copy when needed
    rval = (this.read === 0) ? this.data : this.data.slice(this.read);
    this.clear();
  }
  return rval;
};

/**
 * Gets a binary encoded string of the bytes from this buffer without
 * modifying the read pointer.
 *
 * @param count the number of bytes to get, omit to get all.
 *
 * @return a string full of binary encoded characters.
 */
util.ByteStringBuffer.prototype.bytes = function(count) {
  return (typeof(count) === 'undefined' ?
    this.data.slice(this.read) :
    this.data.slice(this.read, this.read + count));
};

/**
 * Gets a byte at the given index without modifying the read pointer.
 *
 * @param i the byte index.
 *
 * @return the byte.
 */
util.ByteStringBuffer.prototype.at = function(i) {
  return this.data.charCodeAt(this.read + i);
};

/**
 * Puts a byte at the given index without modifying the read pointer.
 *
 * @param i the byte index.
 * @param b the byte to put.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.setAt = function(i, b) {
  this.data = this.data.substr(0, this.read + i) +
    String.fromCharCode(b) +
    this.data.substr(this.read + i + 1);
  return this;
};

/**
 * Gets the last byte without modifying the read pointer.
 *
 * @return the last byte.
 */
util.ByteStringBuffer.prototype.last = function() {
  return this.data.charCodeAt(this.data.length - 1);
};

/**
 * Creates a copy of this buffer.
 *
 * @return the copy.
 */
util.ByteStringBuffer.prototype.copy = function() {
  var c = util.createBuffer(this.data);
  c.read = this.read;
  return c;
};

/**
 * Compacts this buffer.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.compact = function() {
  if(this.read > 0) {
    this.data = this.data.slice(this.read);
    this.read = 0;
  }
  return this;
};

/**
 * Clears this buffer.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.clear = function() {
  this.data = '';
  this.read = 0;
  return this;
};

/**
 * Shortens this buffer by trimming bytes off of the end of this buffer.
 *
 * @param count the number of bytes to trim off.
 *
 * @return this buffer.
 */
util.ByteStringBuffer.prototype.truncate = function(count) {
  var len = Math.max(0, this.length() - count);
  this.data = this.data.substr(this.read, len);
  this.read = 0;
  return this;
};

/**
 * Converts this buffer to a hexadecimal string.
 *
 * @return a hexadecimal string.
 */
util.ByteStringBuffer.prototype.toHex = function() {
  var rval = '';
  for(var i = this.read; i < this.data.length; ++i) {
    var b = this.data.charCodeAt(i);
    if(b < 16) {
      rval += '0';
    }
    rval += b.toString(16);
  }
  return rval;
};

/**
 * Converts this buffer to a UTF-16 string (standard JavaScript string).
 *
 * @return a UTF-16 string.
 */
util.ByteStringBuffer.prototype.toString = function() {
  return util.decodeUtf8(this.bytes());
};

/** End Buffer w/BinaryString backing */

/** Buffer w/UInt8Array backing */

/**
 * FIXME: Experimental. Do not use yet.
 *
 * Constructor for an ArrayBuffer-backed byte buffer.
 *
 * The buffer may be constructed from a string, an ArrayBuffer, DataView, or a
 * TypedArray.
 *
 * If a string is given, its encoding should be provided as an option,
 * otherwise it will default to 'binary'. A 'binary' string is encoded such
 * that each character is one byte in length and size.
 *
 * If an ArrayBuffer, DataView, or TypedArray is given, it will be used
 * *directly* without any copying. Note that, if a write to the buffer requires
 * more space, the buffer will allocate a new backing ArrayBuffer to
 * accommodate. The starting read and write offsets for the buffer may be
 * given as options.
 *
 * @param [b] the initial bytes for this buffer.
 * @param options the options to use:
 *          [readOffset] the starting read offset to use (default: 0).
 *          [writeOffset] the starting write offset to use (default: the
 *            length of the first parameter).
 *          [growSize] the minimum amount, in bytes, to grow the buffer by to
 *            accommodate writes (default: 1024).
 *          [encoding] the encoding ('binary', 'utf8', 'utf16', 'hex') for the
 *            first parameter, if it is a string (default: 'binary').
 */
function DataBuffer(b, options) {
  // default options
  options = options || {};

  // pointers for read from/write to buffer
  this.read = options.readOffset || 0;
  this.growSize = options.growSize || 1024;

  var isArrayBuffer = util.isArrayBuffer(b);
  var isArrayBufferView = util.isArrayBufferView(b);
  if(isArrayBuffer || isArrayBufferView) {
    // use ArrayBuffer directly
    if(isArrayBuffer) {
      this.data = new DataView(b);
    } else {
      // TODO: adjust read/write offset based on the type of view
      // or specify that this must be done in the options ... that the
      // offsets are byte-based
      this.data = new DataView(b.buffer, b.byteOffset, b.byteLength);
    }
    this.write = ('writeOffset' in options ?
      options.writeOffset : this.data.byteLength);
    return;
  }

  // initialize to empty array buffer and add any given bytes using putBytes
  this.data = new DataView(new ArrayBuffer(0));
  this.write = 0;

  if(b !== null && b !== undefined) {
    this.putBytes(b);
  }

  if('writeOffset' in options) {
    this.write = options.writeOffset;
  }
}
util.DataBuffer = DataBuffer;

/**
 * Gets the number of bytes in this buffer.
 *
 * @return the number of bytes in this buffer.
 */
util.DataBuffer.prototype.length = function() {
  return this.write - this.read;
};

/**
 * Gets whether or not this buffer is empty.
 *
 * @return true if this buffer is empty, false if not.
 */
util.DataBuffer.prototype.isEmpty = function() {
  return this.length() <= 0;
};

/**
 * Ensures this buffer has enough empty space to accommodate the given number
 * of bytes. An optional parameter may be given that indicates a minimum
 * amount to grow the buffer if necessary. If the parameter is not given,
 * the buffer will be grown by some previously-specified default amount
 * or heuristic.
 *
 * @param amount the number of bytes to accommodate.
 * @param [growSize] the minimum amount, in bytes, to grow the buffer by if
 *          necessary.
 */
util.DataBuffer.prototype.accommodate = function(amount, growSize) {
  if(this.length() >= amount) {
    return this;
  }
  growSize = Math.max(growSize || this.growSize, amount);

  // grow buffer
  var src = new Uint8Array(
    this.data.buffer, this.data.byteOffset, this.data.byteLength);
  var dst = new Uint8Array(this.length() + growSize);
  dst.set(src);
  this.data = new DataView(dst.buffer);

  return this;
};

/**
 * Puts a byte in this buffer.
 *
 * @param b the byte to put.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putByte = function(b) {
  this.accommodate(1);
  this.data.setUint8(this.write++, b);
  return this;
};

/**
 * Puts a byte in this buffer N times.
 *
 * @param b the byte to put.
 * @param n the number of bytes of value b to put.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.fillWithByte = function(b, n) {
  this.accommodate(n);
  for(var i = 0; i < n; ++i) {
    this.data.setUint8(b);
  }
  return this;
};

/**
 * Puts bytes in this buffer. The bytes may be given as a string, an
 * ArrayBuffer, a DataView, or a TypedArray.
 *
 * @param bytes the bytes to put.
 * @param [encoding] the encoding for the first parameter ('binary', 'utf8',
 *          'utf16', 'hex'), if it is a string (default: 'binary').
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putBytes = function(bytes, encoding) {
  if(util.isArrayBufferView(bytes)) {
    var src = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    var len = src.byteLength - src.byteOffset;
    this.accommodate(len);
    var dst = new Uint8Array(this.data.buffer, this.write);
    dst.set(src);
    this.write += len;
    return this;
  }

  if(util.isArrayBuffer(bytes)) {
    var src = new Uint8Array(bytes);
    this.accommodate(src.byteLength);
    var dst = new Uint8Array(this.data.buffer);
    dst.set(src, this.write);
    this.write += src.byteLength;
    return this;
  }

  // bytes is a util.DataBuffer or equivalent
  if(bytes instanceof util.DataBuffer ||
    (typeof bytes === 'object' &&
    typeof bytes.read === 'number' && typeof bytes.write === 'number' &&
    util.isArrayBufferView(bytes.data))) {
    var src = new Uint8Array(bytes.data.byteLength, bytes.read, bytes.length());
    this.accommodate(src.byteLength);
    var dst = new Uint8Array(bytes.data.byteLength, this.write);
    dst.set(src);
    this.write += src.byteLength;
    return this;
  }

  if(bytes instanceof util.ByteStringBuffer) {
    // copy binary string and process as the same as a string parameter below
    bytes = bytes.data;
    encoding = 'binary';
  }

  // string conversion
  encoding = encoding || 'binary';
  if(typeof bytes === 'string') {
    var view;

    // decode from string
    if(encoding === 'hex') {
      this.accommodate(Math.ceil(bytes.length / 2));
      view = new Uint8Array(this.data.buffer, this.write);
      this.write += util.binary.hex.decode(bytes, view, this.write);
      return this;
    }
    if(encoding === 'base64') {
      this.accommodate(Math.ceil(bytes.length / 4) * 3);
      view = new Uint8Array(this.data.buffer, this.write);
      this.write += util.binary.base64.decode(bytes, view, this.write);
      return this;
    }

    // encode text as UTF-8 bytes
    if(encoding === 'utf8') {
      // encode as UTF-8 then decode string as raw binary
      bytes = util.encodeUtf8(bytes);
      encoding = 'binary';
    }

    // decode string as raw binary
    if(encoding === 'binary' || encoding === 'raw') {
      // one byte per character
      this.accommodate(bytes.length);
      view = new Uint8Array(this.data.buffer, this.write);
      this.write += util.binary.raw.decode(view);
      return this;
    }

    // encode text as UTF-16 bytes
    if(encoding === 'utf16') {
      // two bytes per character
      this.accommodate(bytes.length * 2);
      view = new Uint16Array(this.data.buffer, this.write);
      this.write += util.text.utf16.encode(view);
      return this;
    }

    throw new Error('Invalid encoding: ' + encoding);
  }

  throw Error('Invalid parameter: ' + bytes);
};

/**
 * Puts the given buffer into this buffer.
 *
 * @param buffer the buffer to put into this one.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putBuffer = function(buffer) {
  this.putBytes(buffer);
  buffer.clear();
  return this;
};

/**
 * Puts a string into this buffer.
 *
 * @param str the string to put.
 * @param [encoding] the encoding for the string (default: 'utf16').
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putString = function(str) {
  return this.putBytes(str, 'utf16');
};

/**
 * Puts a 16-bit integer in this buffer in big-endian order.
 *
 * @param i the 16-bit integer.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putInt16 = function(i) {
  this.accommodate(2);
  this.data.setInt16(this.write, i);
  this.write += 2;
  return this;
};

/**
 * Puts a 24-bit integer in this buffer in big-endian order.
 *
 * @param i the 24-bit integer.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putInt24 = function(i) {
  this.accommodate(3);
  this.data.setInt16(this.write, i >> 8 & 0xFFFF);
  this.data.setInt8(this.write, i >> 16 & 0xFF);
  this.write += 3;
  return this;
};

/**
 * Puts a 32-bit integer in this buffer in big-endian order.
 *
 * @param i the 32-bit integer.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putInt32 = function(i) {
  this.accommodate(4);
  this.data.setInt32(this.write, i);
  this.write += 4;
  return this;
};

/**
 * Puts a 16-bit integer in this buffer in little-endian order.
 *
 * @param i the 16-bit integer.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putInt16Le = function(i) {
  this.accommodate(2);
  this.data.setInt16(this.write, i, true);
  this.write += 2;
  return this;
};

/**
 * Puts a 24-bit integer in this buffer in little-endian order.
 *
 * @param i the 24-bit integer.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putInt24Le = function(i) {
  this.accommodate(3);
  this.data.setInt8(this.write, i >> 16 & 0xFF);
  this.data.setInt16(this.write, i >> 8 & 0xFFFF, true);
  this.write += 3;
  return this;
};

/**
 * Puts a 32-bit integer in this buffer in little-endian order.
 *
 * @param i the 32-bit integer.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putInt32Le = function(i) {
  this.accommodate(4);
  this.data.setInt32(this.write, i, true);
  this.write += 4;
  return this;
};

/**
 * Puts an n-bit integer in this buffer in big-endian order.
 *
 * @param i the n-bit integer.
 * @param n the number of bits in the integer (8, 16, 24, or 32).
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putInt = function(i, n) {
  _checkBitsParam(n);
  this.accommodate(n / 8);
  do {
    n -= 8;
    this.data.setInt8(this.write++, (i >> n) & 0xFF);
  } while(n > 0);
  return this;
};

/**
 * Puts a signed n-bit integer in this buffer in big-endian order. Two's
 * complement representation is used.
 *
 * @param i the n-bit integer.
 * @param n the number of bits in the integer.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.putSignedInt = function(i, n) {
  _checkBitsParam(n);
  this.accommodate(n / 8);
  if(i < 0) {
    i += 2 << (n - 1);
  }
  return this.putInt(i, n);
};

/**
 * Gets a byte from this buffer and advances the read pointer by 1.
 *
 * @return the byte.
 */
util.DataBuffer.prototype.getByte = function() {
  return this.data.getInt8(this.read++);
};

/**
 * Gets a uint16 from this buffer in big-endian order and advances the read
 * pointer by 2.
 *
 * @return the uint16.
 */
util.DataBuffer.prototype.getInt16 = function() {
  var rval = this.data.getInt16(this.read);
  this.read += 2;
  return rval;
};

/**
 * Gets a uint24 from this buffer in big-endian order and advances the read
 * pointer by 3.
 *
 * @return the uint24.
 */
util.DataBuffer.prototype.getInt24 = function() {
  var rval = (
    this.data.getInt16(this.read) << 8 ^
    this.data.getInt8(this.read + 2));
  this.read += 3;
  return rval;
};

/**
 * Gets a uint32 from this buffer in big-endian order and advances the read
 * pointer by 4.
 *
 * @return the word.
 */
util.DataBuffer.prototype.getInt32 = function() {
  var rval = this.data.getInt32(this.read);
  this.read += 4;
  return rval;
};

/**
 * Gets a uint16 from this buffer in little-endian order and advances the read
 * pointer by 2.
 *
 * @return the uint16.
 */
util.DataBuffer.prototype.getInt16Le = function() {
  var rval = this.data.getInt16(this.read, true);
  this.read += 2;
  return rval;
};

/**
 * Gets a uint24 from this buffer in little-endian order and advances the read
 * pointer by 3.
 *
 * @return the uint24.
 */
util.DataBuffer.prototype.getInt24Le = function() {
  var rval = (
    this.data.getInt8(this.read) ^
    this.data.getInt16(this.read + 1, true) << 8);
  this.read += 3;
  return rval;
};

/**
 * Gets a uint32 from this buffer in little-endian order and advances the read
 * pointer by 4.
 *
 * @return the word.
 */
util.DataBuffer.prototype.getInt32Le = function() {
  var rval = this.data.getInt32(this.read, true);
  this.read += 4;
  return rval;
};

/**
 * Gets an n-bit integer from this buffer in big-endian order and advances the
 * read pointer by n/8.
 *
 * @param n the number of bits in the integer (8, 16, 24, or 32).
 *
 * @return the integer.
 */
util.DataBuffer.prototype.getInt = function(n) {
  _checkBitsParam(n);
  var rval = 0;
  do {
    // TODO: Use (rval * 0x100) if adding support for 33 to 53 bits.
    rval = (rval << 8) + this.data.getInt8(this.read++);
    n -= 8;
  } while(n > 0);
  return rval;
};

/**
 * Gets a signed n-bit integer from this buffer in big-endian order, using
 * two's complement, and advances the read pointer by n/8.
 *
 * @param n the number of bits in the integer (8, 16, 24, or 32).
 *
 * @return the integer.
 */
util.DataBuffer.prototype.getSignedInt = function(n) {
  // getInt checks n
  var x = this.getInt(n);
  var max = 2 << (n - 2);
  if(x >= max) {
    x -= max << 1;
  }
  return x;
};

/**
 * Reads bytes out as a binary encoded string and clears them from the
 * buffer.
 *
 * @param count the number of bytes to read, undefined or null for all.
 *
 * @return a binary encoded string of bytes.
 */
util.DataBuffer.prototype.getBytes = function(count) {
  // TODO: deprecate this method, it is poorly named and
  // this.toString('binary') replaces it
  // add a toTypedArray()/toArrayBuffer() function
  var rval;
  if(count) {
    // read count bytes
    count = Math.min(this.length(), count);
    rval = this.data.slice(this.read, this.read + count);
    this.read += count;
  } else if(count === 0) {
    rval = '';
  } else {
    // read all bytes, optimize to only copy when needed
    rval = (this.read === 0) ? this.data : this.data.slice(this.read);
    this.clear();
  }
  return rval;
};

/**
 * Gets a binary encoded string of the bytes from this buffer without
 * modifying the read pointer.
 *
 * @param count the number of bytes to get, omit to get all.
 *
 * @return a string full of binary encoded characters.
 */
util.DataBuffer.prototype.bytes = function(count) {
  // TODO: deprecate this method, it is poorly named, add "getString()"
  return (typeof(count) === 'undefined' ?
    this.data.slice(this.read) :
    this.data.slice(this.read, this.read + count));
};

/**
 * Gets a byte at the given index without modifying the read pointer.
 *
 * @param i the byte index.
 *
 * @return the byte.
 */
util.DataBuffer.prototype.at = function(i) {
  return this.data.getUint8(this.read + i);
};

/**
 * Puts a byte at the given index without modifying the read pointer.
 *
 * @param i the byte index.
 * @param b the byte to put.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.setAt = function(i, b) {
  this.data.setUint8(i, b);
  return this;
};

/**
 * Gets the last byte without modifying the read pointer.
 *
 * @return the last byte.
 */
util.DataBuffer.prototype.last = function() {
  return this.data.getUint8(this.write - 1);
};

/**
 * Creates a copy of this buffer.
 *
 * @return the copy.
 */
util.DataBuffer.prototype.copy = function() {
  return new util.DataBuffer(this);
};

/**
 * Compacts this buffer.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.compact = function() {
  if(this.read > 0) {
    var src = new Uint8Array(this.data.buffer, this.read);
    var dst = new Uint8Array(src.byteLength);
    dst.set(src);
    this.data = new DataView(dst);
    this.write -= this.read;
    this.read = 0;
  }
  return this;
};

/**
 * Clears this buffer.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.clear = function() {
  this.data = new DataView(new ArrayBuffer(0));
  this.read = this.write = 0;
  return this;
};

/**
 * Shortens this buffer by trimming bytes off of the end of this buffer.
 *
 * @param count the number of bytes to trim off.
 *
 * @return this buffer.
 */
util.DataBuffer.prototype.truncate = function(count) {
  this.write = Math.max(0, this.length() - count);
  this.read = Math.min(this.read, this.write);
  return this;
};

/**
 * Converts this buffer to a hexadecimal string.
 *
 * @return a hexadecimal string.
 */
util.DataBuffer.prototype.toHex = function() {
  var rval = '';
  for(var i = this.read; i < this.data.byteLength; ++i) {
    var b = this.data.getUint8(i);
    if(b < 16) {
      rval += '0';
    }
    rval += b.toString(16);
  }
  return rval;
};

/**
 * Converts this buffer to a string, using the given encoding. If no
 * encoding is given, 'utf8' (UTF-8) is used.
 *
 * @param [encoding] the encoding to use: 'binary', 'utf8', 'utf16', 'hex',
 *          'base64' (default: 'utf8').
 *
 * @return a string representation of the bytes in this buffer.
 */
util.DataBuffer.prototype.toString = function(encoding) {
  var view = new Uint8Array(this.data, this.read, this.length());
  encoding = encoding || 'utf8';

  // encode to string
  if(encoding === 'binary' || encoding === 'raw') {
    return util.binary.raw.encode(view);
  }
  if(encoding === 'hex') {
    return util.binary.hex.encode(view);
  }
  if(encoding === 'base64') {
    return util.binary.base64.encode(view);
  }

  // decode to text
  if(encoding === 'utf8') {
    return util.text.utf8.decode(view);
  }
  if(encoding === 'utf16') {
    return util.text.utf16.decode(view);
  }

  throw new Error('Invalid encoding: ' + encoding);
};

/** End Buffer w/UInt8Array backing */

/**
 * Creates a buffer that stores bytes. A value may be given to populate the
 * buffer with data. This value can either be string of encoded bytes or a
 * regular string of characters. When passing a string of binary encoded
 * bytes, the encoding `raw` should be given. This is also the default. When
 * passing a string of characters, the encoding `utf8` should be given.
 *
 * @param [input] a string with encoded bytes to store in the buffer.
 * @param [encoding] (default: 'raw', other: 'utf8').
 */
util.createBuffer = function(input, encoding) {
  // TODO: deprecate, use new ByteBuffer() instead
  encoding = encoding || 'raw';
  if(input !== undefined && encoding === 'utf8') {
    input = util.encodeUtf8(input);
  }
  return new util.ByteBuffer(input);
};

/**
 * Fills a string with a particular value. If you want the string to be a byte
 * string, pass in String.fromCharCode(theByte).
 *
 * @param c the character to fill the string with, use String.fromCharCode
 *          to fill the string with a byte value.
 * @param n the number of characters of value c to fill with.
 *
 * @return the filled string.
 */
util.fillString = function(c, n) {
  var s = '';
  while(n > 0) {
    if(n & 1) {
      s += c;
    }
    n >>>= 1;
    if(n > 0) {
      c += c;
    }
  }
  return s;
};

/**
 * Performs a per byte XOR between two byte strings and returns the result as a
 * string of bytes.
 *
 * @param s1 first string of bytes.
 * @param s2 second string of bytes.
 * @param n the number of bytes to XOR.
 *
 * @return the XOR'd result.
 */
util.xorBytes = function(s1, s2, n) {
  var s3 = '';
  var b = '';
  var t = '';
  var i = 0;
  var c = 0;
  for(; n > 0; --n, ++i) {
    b = s1.charCodeAt(i) ^ s2.charCodeAt(i);
    if(c >= 10) {
      s3 += t;
      t = '';
      c = 0;
    }
    t += String.fromCharCode(b);
    ++c;
  }
  s3 += t;
  return s3;
};

/**
 * Converts a hex string into a 'binary' encoded string of bytes.
 *
 * @param hex the hexadecimal string to convert.
 *
 * @return the binary-encoded string of bytes.
 */
util.hexToBytes = function(hex) {
  // TODO: deprecate: "Deprecated. Use util.binary.hex.decode instead."
  var rval = '';
  var i = 0;
  if(hex.length & 1 == 1) {
    // odd number of characters, convert first character alone
    i = 1;
    rval += String.fromCharCode(parseInt(hex[0], 16));
  }
  // convert 2 characters (1 byte) at a time
  for(; i < hex.length; i += 2) {
    rval += String.fromCharCode(parseInt(hex.substr(i, 2), 16));
  }
  return rval;
};

/**
 * Converts a 'binary' encoded string of bytes to hex.
 *
 * @param bytes the byte string to convert.
 *
 * @return the string of hexadecimal characters.
 */
util.bytesToHex = function(bytes) {
  // TODO: deprecate: "Deprecated. Use util.binary.hex.encode instead."
  return util.createBuffer(bytes).toHex();
};

/**
 * Converts an 32-bit integer to 4-big-endian byte string.
 *
 * @param i the integer.
 *
 * @return the byte string.
 */
util.int32ToBytes = function(i) {
  return (
    String.fromCharCode(i >> 24 & 0xFF) +
    String.fromCharCode(i >> 16 & 0xFF) +
    String.fromCharCode(i >> 8 & 0xFF) +
    String.fromCharCode(i & 0xFF));
};

// base64 characters, reverse mapping
var _base64 =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
var _base64Idx = [
/*43 -43 = 0*/
/*'+',  1,  2,  3,'/' */
   62, -1, -1, -1, 63,

/*'0','1','2','3','4','5','6','7','8','9' */
   52, 53, 54, 55, 56, 57, 58, 59, 60, 61,

/*15, 16, 17,'=', 19, 20, 21 */
  -1, -1, -1, 64, -1, -1, -1,

/*65 - 43 = 22*/
/*'A','B','C','D','E','F','G','H','I','J','K','L','M', */
   0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12,

/*'N','O','P','Q','R','S','T','U','V','W','X','Y','Z' */
   13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,

/*91 - 43 = 48 */
/*48, 49, 50, 51, 52, 53 */
  -1, -1, -1, -1, -1, -1,

/*97 - 43 = 54*/
/*'a','b','c','d','e','f','g','h','i','j','k','l','m' */
   26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38,

/*'n','o','p','q','r','s','t','u','v','w','x','y','z' */
   39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51
];

// base58 characters (Bitcoin alphabet)
var _base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Base64 encodes a 'binary' encoded string of bytes.
 *
 * @param input the binary encoded string of bytes to base64-encode.
 * @param maxline the maximum number of encoded characters per line to use,
 *          defaults to none.
 *
 * @return the base64-encoded output.
 */
util.encode64 = function(input, maxline) {
  // TODO: deprecate: "Deprecated. Use util.binary.base64.encode instead."
  var line = '';
  var output = '';
  var chr1, chr2, chr3;
  var i = 0;
  while(i < input.length) {
    chr1 = input.charCodeAt(i++);
    chr2 = input.charCodeAt(i++);
    chr3 = input.charCodeAt(i++);

    // encode 4 character group
    line += _base64.charAt(chr1 >> 2);
    line += _base64.charAt(((chr1 & 3) << 4) | (chr2 >> 4));
    if(isNaN(chr2)) {
      line += '==';
    } else {
      line += _base64.charAt(((chr2 & 15) << 2) | (chr3 >> 6));
      line += isNaN(chr3) ? '=' : _base64.charAt(chr3 & 63);
    }

    if(maxline && line.length > maxline) {
      output += line.substr(0, maxline) + '\r\n';
      line = line.substr(maxline);
    }
  }
  output += line;
  return output;
};

/**
 * Base64 decodes a string into a 'binary' encoded string of bytes.
 *
 * @param input the base64-encoded input.
 *
 * @return the binary encoded string.
 */
util.decode64 = function(input) {
  // TODO: deprecate: "Deprecated. Use util.binary.base64.decode instead."

  // remove all non-base64 characters
  input = input.replace(/[^A-Za-z0-9\+\/\=]/g, '');

  var output = '';
  var enc1, enc2, enc3, enc4;
  var i = 0;

  while(i < input.length) {
    enc1 = _base64Idx[input.charCodeAt(i++) - 43];
    enc2 = _base64Idx[input.charCodeAt(i++) - 43];
    enc3 = _base64Idx[input.charCodeAt(i++) - 43];
    enc4 = _base64Idx[input.charCodeAt(i++) - 43];

    output += String.fromCharCode((enc1 << 2) | (enc2 >> 4));
    if(enc3 !== 64) {
      // decoded at least 2 bytes
      output += String.fromCharCode(((enc2 & 15) << 4) | (enc3 >> 2));
      if(enc4 !== 64) {
        // decoded 3 bytes
        output += String.fromCharCode(((enc3 & 3) << 6) | enc4);
      }
    }
  }

  return output;
};

/**
 * Encodes the given string of characters (a standard JavaScript
 * string) as a binary encoded string where the bytes represent
 * a UTF-8 encoded string of characters. Non-ASCII characters will be
 * encoded as multiple bytes according to UTF-8.
 *
 * @param str a standard string of characters to encode.
 *
 * @return the binary encoded string.
 */
util.encodeUtf8 = function(str) {
  return unescape(encodeURIComponent(str));
};

/**
 * Decodes a binary encoded string that contains bytes that
 * represent a UTF-8 encoded string of characters -- into a
 * string of characters (a standard JavaScript string).
 *
 * @param str the binary encoded string to decode.
 *
 * @return the resulting standard string of characters.
 */
util.decodeUtf8 = function(str) {
  return decodeURIComponent(escape(str));
};

// binary encoding/decoding tools
// FIXME: Experimental. Do not use yet.
util.binary = {
  raw: {},
  hex: {},
  base64: {},
  base58: {},
  baseN : {
    encode: baseN.encode,
    decode: baseN.decode
  }
};

/**
 * Encodes a Uint8Array as a binary-encoded string. This encoding uses
 * a value between 0 and 255 for each character.
 *
 * @param bytes the Uint8Array to encode.
 *
 * @return the binary-encoded string.
 */
util.binary.raw.encode = function(bytes) {
  return String.fromCharCode.apply(null, bytes);
};

/**
 * Decodes a binary-encoded string to a Uint8Array. This encoding uses
 * a value between 0 and 255 for each character.
 *
 * @param str the binary-encoded string to decode.
 * @param [output] an optional Uint8Array to write the output to; if it
 *          is too small, an exception will be thrown.
 * @param [offset] the start offset for writing to the output (default: 0).
 *
 * @return the Uint8Array or the number of bytes written if output was given.
 */
util.binary.raw.decode = function(str, output, offset) {
  var out = output;
  if(!out) {
    out = new Uint8Array(str.length);
  }
  offset = offset || 0;
  var j = offset;
  for(var i = 0; i < str.length; ++i) {
    out[j++] = str.charCodeAt(i);
  }
  return output ? (j - offset) : out;
};

/**
 * Encodes a 'binary' string, ArrayBuffer, DataView, TypedArray, or
 * ByteBuffer as a string of hexadecimal characters.
 *
 * @param bytes the bytes to convert.
 *
 * @return the string of hexadecimal characters.
 */
util.binary.hex.encode = util.bytesToHex;

/**
 * Decodes a hex-encoded string to a Uint8Array.
 *
 * @param hex the hexadecimal string to convert.
 * @param [output] an optional Uint8Array to write the output to; if it
 *          is too small, an exception will be thrown.
 * @param [offset] the start offset for writing to the output (default: 0).
 *
 * @return the Uint8Array or the number of bytes written if output was given.
 */
util.binary.hex.decode = function(hex, output, offset) {
  var out = output;
  if(!out) {
    out = new Uint8Array(Math.ceil(hex.length / 2));
  }
  offset = offset || 0;
  var i = 0, j = offset;
  if(hex.length & 1) {
    // odd number of characters, convert first character alone
    i = 1;
    out[j++] = parseInt(hex[0], 16);
  }
  // convert 2 characters (1 byte) at a time
  for(; i < hex.length; i += 2) {
    out[j++] = parseInt(hex.substr(i, 2), 16);
  }
  return output ? (j - offset) : out;
};

/**
 * Base64-encodes a Uint8Array.
 *
 * @param input the Uint8Array to encode.
 * @param maxline the maximum number of encoded characters per line to use,
 *          defaults to none.
 *
 * @return the base64-encoded output string.
 */
util.binary.base64.encode = function(input, maxline) {
  var line = '';
  var output = '';
  var chr1, chr2, chr3;
  var i = 0;
  while(i < input.byteLength) {
    chr1 = input[i++];
    chr2 = input[i++];
    chr3 = input[i++];

    // encode 4 character group
    line += _base64.charAt(chr1 >> 2);
    line += _base64.charAt(((chr1 & 3) << 4) | (chr2 >> 4));
    if(isNaN(chr2)) {
      line += '==';
    } else {
      line += _base64.charAt(((chr2 & 15) << 2) | (chr3 >> 6));
      line += isNaN(chr3) ? '=' : _base64.charAt(chr3 & 63);
    }

    if(maxline && line.length > maxline) {
      output += line.substr(0, maxline) + '\r\n';
      line = line.substr(maxline);
    }
  }
  output += line;
  return output;
};

/**
 * Decodes a base64-encoded string to a Uint8Array.
 *
 * @param input the base64-encoded input string.
 * @param [output] an optional Uint8Array to write the output to; if it
 *          is too small, an exception will be thrown.
 * @param [offset] the start offset for writing to the output (default: 0).
 *
 * @return the Uint8Array or the number of bytes written if output was given.
 */
util.binary.base64.decode = function(input, output, offset) {
  var out = output;
  if(!out) {
    out = new Uint8Array(Math.ceil(input.length / 4) * 3);
  }

  // remove all non-base64 characters
  input = input.replace(/[^A-Za-z0-9\+\/\=]/g, '');

  offset = offset || 0;
  var enc1, enc2, enc3, enc4;
  var i = 0, j = offset;

  while(i < input.length) {
    enc1 = _base64Idx[input.charCodeAt(i++) - 43];
    enc2 = _base64Idx[input.charCodeAt(i++) - 43];
    enc3 = _base64Idx[input.charCodeAt(i++) - 43];
    enc4 = _base64Idx[input.charCodeAt(i++) - 43];

    out[j++] = (enc1 << 2) | (enc2 >> 4);
    if(enc3 !== 64) {
      // decoded at least 2 bytes
      out[j++] = ((enc2 & 15) << 4) | (enc3 >> 2);
      if(enc4 !== 64) {
        // decoded 3 bytes
        out[j++] = ((enc3 & 3) << 6) | enc4;
      }
    }
  }

  // make sure result is the exact decoded length
  return output ? (j - offset) : out.subarray(0, j);
};

// add support for base58 encoding/decoding with Bitcoin alphabet
util.binary.base58.encode = function(input, maxline) {
  return util.binary.baseN.encode(input, _base58, maxline);
};
util.binary.base58.decode = function(input, maxline) {
  return util.binary.baseN.decode(input, _base58, maxline);
};

// text encoding/decoding tools
// FIXME: Experimental. Do not use yet.
util.text = {
  utf8: {},
  utf16: {}
};

/**
 * Encodes the given string as UTF-8 in a Uint8Array.
 *
 * @param str the string to encode.
 * @param [output] an optional Uint8Array to write the output to; if it
 *          is too small, an exception will be thrown.
 * @param [offset] the start offset for writing to the output (default: 0).
 *
 * @return the Uint8Array or the number of bytes written if output was given.
 */
util.text.utf8.encode = function(str, output, offset) {
  str = util.encodeUtf8(str);
  var out = output;
  if(!out) {
    out = new Uint8Array(str.length);
  }
  offset = offset || 0;
  var j = offset;
  for(var i = 0; i < str.length; ++i) {
    out[j++] = str.charCodeAt(i);
  }
  return output ? (j - offset) : out;
};

/**
 * Decodes the UTF-8 contents from a Uint8Array.
 *
 * @param bytes the Uint8Array to decode.
 *
 * @return the resulting string.
 */
util.text.utf8.decode = function(bytes) {
  return util.decodeUtf8(String.fromCharCode.apply(null, bytes));
};

/**
 * Encodes the given string as UTF-16 in a Uint8Array.
 *
 * @param str the string to encode.
 * @param [output] an optional Uint8Array to write the output to; if it
 *          is too small, an exception will be thrown.
 * @param [offset] the start offset for writing to the output (default: 0).
 *
 * @return the Uint8Array or the number of bytes written if output was given.
 */
util.text.utf16.encode = function(str, output, offset) {
  var out = output;
  if(!out) {
    out = new Uint8Array(str.length * 2);
  }
  var view = new Uint16Array(out.buffer);
  offset = offset || 0;
  var j = offset;
  var k = offset;
  for(var i = 0; i < str.length; ++i) {
    view[k++] = str.charCodeAt(i);
    j += 2;
  }
  return output ? (j - offset) : out;
};

/**
 * Decodes the UTF-16 contents from a Uint8Array.
 *
 * @param bytes the Uint8Array to decode.
 *
 * @return the resulting string.
 */
util.text.utf16.decode = function(bytes) {
  return String.fromCharCode.apply(null, new Uint16Array(bytes.buffer));
};

/**
 * Deflates the given data using a flash interface.
 *
 * @param api the flash interface.
 * @param bytes the data.
 * @param raw true to return only raw deflate data, false to include zlib
 *          header and trailer.
 *
 * @return the deflated data as a string.
 */
util.deflate = function(api, bytes, raw) {
  bytes = util.decode64(api.deflate(util.encode64(bytes)).rval);

  // strip zlib header and trailer if necessary
  if(raw) {
    // zlib header is 2 bytes (CMF,FLG) where FLG indicates that
    // there is a 4-byte DICT (alder-32) block before the data if
    // its 5th bit is set
    var start = 2;
    var flg = bytes.charCodeAt(1);
    if(flg & 0x20) {
      start = 6;
    }
    // zlib trailer is 4 bytes of adler-32
    bytes = bytes.substring(start, bytes.length - 4);
  }

  return bytes;
};

/**
 * Inflates the given data using a flash interface.
 *
 * @param api the flash interface.
 * @param bytes the data.
 * @param raw true if the incoming data has no zlib header or trailer and is
 *          raw DEFLATE data.
 *
 * @return the inflated data as a string, null on error.
 */
util.inflate = function(api, bytes, raw) {
  // TODO: add zlib header and trailer if necessary/possible
  var rval = api.inflate(util.encode64(bytes)).rval;
  return (rval === null) ? null : util.decode64(rval);
};

/**
 * Sets a storage object.
 *
 * @param api the storage interface.
 * @param id the storage ID to use.
 * @param obj the storage object, null to remove.
 */
var _setStorageObject = function(api, id, obj) {
  if(!api) {
    throw new Error('WebStorage not available.');
  }

  var rval;
  if(obj === null) {
    rval = api.removeItem(id);
  } else {
    // json-encode and base64-encode object
    obj = util.encode64(JSON.stringify(obj));
    rval = api.setItem(id, obj);
  }

  // handle potential flash error
  if(typeof(rval) !== 'undefined' && rval.rval !== true) {
    var error = new Error(rval.error.message);
    error.id = rval.error.id;
    error.name = rval.error.name;
    throw error;
  }
};

/**
 * Gets a storage object.
 *
 * @param api the storage interface.
 * @param id the storage ID to use.
 *
 * @return the storage object entry or null if none exists.
 */
var _getStorageObject = function(api, id) {
  if(!api) {
    throw new Error('WebStorage not available.');
  }

  // get the existing entry
  var rval = api.getItem(id);

  /* Note: We check api.init because we can't do (api == localStorage)
    on IE because of "Class doesn't support Automation" exception. Only
    the flash api has an init method so this works too, but we need a
    better solution in the future. */

  // flash returns item wrapped in an object, handle special case
  if(api.init) {
    if(rval.rval === null) {
      if(rval.error) {
        var error = new Error(rval.error.message);
        error.id = rval.error.id;
        error.name = rval.error.name;
        throw error;
      }
      // no error, but also no item
      rval = null;
    } else {
      rval = rval.rval;
    }
  }

  // handle decoding
  if(rval !== null) {
    // base64-decode and json-decode data
    rval = JSON.parse(util.decode64(rval));
  }

  return rval;
};

/**
 * Stores an item in local storage.
 *
 * @param api the storage interface.
 * @param id the storage ID to use.
 * @param key the key for the item.
 * @param data the data for the item (any javascript object/primitive).
 */
var _setItem = function(api, id, key, data) {
  // get storage object
  var obj = _getStorageObject(api, id);
  if(obj === null) {
    // create a new storage object
    obj = {};
  }
  // update key
  obj[key] = data;

  // set storage object
  _setStorageObject(api, id, obj);
};

/**
 * Gets an item from local storage.
 *
 * @param api the storage interface.
 * @param id the storage ID to use.
 * @param key the key for the item.
 *
 * @return the item.
 */
var _getItem = function(api, id, key) {
  // get storage object
  var rval = _getStorageObject(api, id);
  if(rval !== null) {
    // return data at key
    rval = (key in rval) ? rval[key] : null;
  }

  return rval;
};

/**
 * Removes an item from local storage.
 *
 * @param api the storage interface.
 * @param id the storage ID to use.
 * @param key the key for the item.
 */
var _removeItem = function(api, id, key) {
  // get storage object
  var obj = _getStorageObject(api, id);
  if(obj !== null && key in obj) {
    // remove key
    delete obj[key];

    // see if entry has no keys remaining
    var empty = true;
    for(var prop in obj) {
      empty = false;
      break;
    }
    if(empty) {
      // remove entry entirely if no keys are left
      obj = null;
    }

    // set storage object
    _setStorageObject(api, id, obj);
  }
};

/**
 * Clears the local disk storage identified by the given ID.
 *
 * @param api the storage interface.
 * @param id the storage ID to use.
 */
var _clearItems = function(api, id) {
  _setStorageObject(api, id, null);
};

/**
 * Calls a storage function.
 *
 * @param func the function to call.
 * @param args the arguments for the function.
 * @param location the location argument.
 *
 * @return the return value from the function.
 */
var _callStorageFunction = function(func, args, location) {
  var rval = null;

  // default storage types
  if(typeof(location) === 'undefined') {
    location = ['web', 'flash'];
  }

  // apply storage types in order of preference
  var type;
  var done = false;
  var exception = null;
  for(var idx in location) {
    type = location[idx];
    try {
      if(type === 'flash' || type === 'both') {
        if(args[0] === null) {
          throw new Error('Flash local storage not available.');
        }
        rval = func.apply(this, args);
        done = (type === 'flash');
      }
      if(type === 'web' || type === 'both') {
        args[0] = localStorage;
        rval = func.apply(this, args);
        done = true;
      }
    } catch(ex) {
      exception = ex;
    }
    if(done) {
      break;
    }
  }

  if(!done) {
    throw exception;
  }

  return rval;
};

/**
 * Stores an item on local disk.
 *
 * The available types of local storage include 'flash', 'web', and 'both'.
 *
 * The type 'flash' refers to flash local storage (SharedObject). In order
 * to use flash local storage, the 'api' parameter must be valid. The type
 * 'web' refers to WebStorage, if supported by the browser. The type 'both'
 * refers to storing using both 'flash' and 'web', not just one or the
 * other.
 *
 * The location array should list the storage types to use in order of
 * preference:
 *
 * ['flash']: flash only storage
 * ['web']: web only storage
 * ['both']: try to store in both
 * ['flash','web']: store in flash first, but if not available, 'web'
 * ['web','flash']: store in web first, but if not available, 'flash'
 *
 * The location array defaults to: ['web', 'flash']
 *
 * @param api the flash interface, null to use only WebStorage.
 * @param id the storage ID to use.
 * @param key the key for the item.
 * @param data the data for the item (any javascript object/primitive).
 * @param location an array with the preferred types of storage to use.
 */
util.setItem = function(api, id, key, data, location) {
  _callStorageFunction(_setItem, arguments, location);
};

/**
 * Gets an item on local disk.
 *
 * Set setItem() for details on storage types.
 *
 * @param api the flash interface, null to use only WebStorage.
 * @param id the storage ID to use.
 * @param key the key for the item.
 * @param location an array with the preferred types of storage to use.
 *
 * @return the item.
 */
util.getItem = function(api, id, key, location) {
  return _callStorageFunction(_getItem, arguments, location);
};

/**
 * Removes an item on local disk.
 *
 * Set setItem() for details on storage types.
 *
 * @param api the flash interface.
 * @param id the storage ID to use.
 * @param key the key for the item.
 * @param location an array with the preferred types of storage to use.
 */
util.removeItem = function(api, id, key, location) {
  _callStorageFunction(_removeItem, arguments, location);
};

/**
 * Clears the local disk storage identified by the given ID.
 *
 * Set setItem() for details on storage types.
 *
 * @param api the flash interface if flash is available.
 * @param id the storage ID to use.
 * @param location an array with the preferred types of storage to use.
 */
util.clearItems = function(api, id, location) {
  _callStorageFunction(_clearItems, arguments, location);
};

/**
 * Check if an object is empty.
 *
 * Taken from:
 * http://stackoverflow.com/questions/679915/how-do-i-test-for-an-empty-javascript-object-from-json/679937#679937
 *
 * @param object the object to check.
 */
util.isEmpty = function(obj) {
  for(var prop in obj) {
    if(obj.hasOwnProperty(prop)) {
      return false;
    }
  }
  return true;
};

/**
 * Format with simple printf-style interpolation.
 *
 * %%: literal '%'
 * %s,%o: convert next argument into a string.
 *
 * @param format the string to format.
 * @param ... arguments to interpolate into the format string.
 */
util.format = function(format) {
  var re = /%./g;
  // current match
  var match;
  // current part
  var part;
  // current arg index
  var argi = 0;
  // collected parts to recombine later
  var parts = [];
  // last index found
  var last = 0;
  // loop while matches remain
  while((match = re.exec(format))) {
    part = format.substring(last, re.lastIndex - 2);
    // don't add empty strings (ie, parts between %s%s)
    if(part.length > 0) {
      parts.push(part);
    }
    last = re.lastIndex;
    // switch on % code
    var code = match[0][1];
    switch(code) {
    case 's':
    case 'o':
      // check if enough arguments were given
      if(argi < arguments.length) {
        parts.push(arguments[argi++ + 1]);
      } else {
        parts.push('<?>');
      }
      break;
    // FIXME: do proper formatting for numbers, etc
    //case 'f':
    //case 'd':
    case '%':
      parts.push('%');
      break;
    default:
      parts.push('<%' + code + '?>');
    }
  }
  // add trailing part of format string
  parts.push(format.substring(last));
  return parts.join('');
};

/**
 * Formats a number.
 *
 * http://snipplr.com/view/5945/javascript-numberformat--ported-from-php/
 */
util.formatNumber = function(number, decimals, dec_point, thousands_sep) {
  // http://kevin.vanzonneveld.net
  // +   original by: Jonas Raoni Soares Silva (http://www.jsfromhell.com)
  // +   improved by: Kevin van Zonneveld (http://kevin.vanzonneveld.net)
  // +     bugfix by: Michael White (http://crestidg.com)
  // +     bugfix by: Benjamin Lupton
  // +     bugfix by: Allan Jensen (http://www.winternet.no)
  // +    revised by: Jonas Raoni Soares Silva (http://www.jsfromhell.com)
  // *     example 1: number_format(1234.5678, 2, '.', '');
  // *     returns 1: 1234.57

  var n = number, c = isNaN(decimals = Math.abs(decimals)) ? 2 : decimals;
  var d = dec_point === undefined ? ',' : dec_point;
  var t = thousands_sep === undefined ?
   '.' : thousands_sep, s = n < 0 ? '-' : '';
  var i = parseInt((n = Math.abs(+n || 0).toFixed(c)), 10) + '';
  var j = (i.length > 3) ? i.length % 3 : 0;
  return s + (j ? i.substr(0, j) + t : '') +
    i.substr(j).replace(/(\d{3})(?=\d)/g, '$1' + t) +
    (c ? d + Math.abs(n - i).toFixed(c).slice(2) : '');
};

/**
 * Formats a byte size.
 *
 * http://snipplr.com/view/5949/format-humanize-file-byte-size-presentation-in-javascript/
 */
util.formatSize = function(size) {
  if(size >= 1073741824) {
    size = util.formatNumber(size / 1073741824, 2, '.', '') + ' GiB';
  } else if(size >= 1048576) {
    size = util.formatNumber(size / 1048576, 2, '.', '') + ' MiB';
  } else if(size >= 1024) {
    size = util.formatNumber(size / 1024, 0) + ' KiB';
  } else {
    size = util.formatNumber(size, 0) + ' bytes';
  }
  return size;
};

/**
 * Converts an IPv4 or IPv6 string representation into bytes (in network order).
 *
 * @param ip the IPv4 or IPv6 address to convert.
 *
 * @return the 4-byte IPv6 or 16-byte IPv6 address or null if the address can't
 *         be parsed.
 */
util.bytesFromIP = function(ip) {
  if(ip.indexOf('.') !== -1) {
    return util.bytesFromIPv4(ip);
  }
  if(ip.indexOf(':') !== -1) {
    return util.bytesFromIPv6(ip);
  }
  return null;
};

/**
 * Converts an IPv4 string representation into bytes (in network order).
 *
 * @param ip the IPv4 address to convert.
 *
 * @return the 4-byte address or null if the address can't be parsed.
 */
util.bytesFromIPv4 = function(ip) {
  ip = ip.split('.');
  if(ip.length !== 4) {
    return null;
  }
  var b = util.createBuffer();
  for(var i = 0; i < ip.length; ++i) {
    var num = parseInt(ip[i], 10);
    if(isNaN(num)) {
      return null;
    }
    b.putByte(num);
  }
  return b.getBytes();
};

/**
 * Converts an IPv6 string representation into bytes (in network order).
 *
 * @param ip the IPv6 address to convert.
 *
 * @return the 16-byte address or null if the address can't be parsed.
 */
util.bytesFromIPv6 = function(ip) {
  var blanks = 0;
  ip = ip.split(':').filter(function(e) {
    if(e.length === 0) ++blanks;
    return true;
  });
  var zeros = (8 - ip.length + blanks) * 2;
  var b = util.createBuffer();
  for(var i = 0; i < 8; ++i) {
    if(!ip[i] || ip[i].length === 0) {
      b.fillWithByte(0, zeros);
      zeros = 0;
      continue;
    }
    var bytes = util.hexToBytes(ip[i]);
    if(bytes.length < 2) {
      b.putByte(0);
    }
    b.putBytes(bytes);
  }
  return b.getBytes();
};

/**
 * Converts 4-bytes into an IPv4 string representation or 16-bytes into
 * an IPv6 string representation. The bytes must be in network order.
 *
 * @param bytes the bytes to convert.
 *
 * @return the IPv4 or IPv6 string representation if 4 or 16 bytes,
 *         respectively, are given, otherwise null.
 */
util.bytesToIP = function(bytes) {
  if(bytes.length === 4) {
    return util.bytesToIPv4(bytes);
  }
  if(bytes.length === 16) {
    return util.bytesToIPv6(bytes);
  }
  return null;
};

/**
 * Converts 4-bytes into an IPv4 string representation. The bytes must be
 * in network order.
 *
 * @param bytes the bytes to convert.
 *
 * @return the IPv4 string representation or null for an invalid # of bytes.
 */
util.bytesToIPv4 = function(bytes) {
  if(bytes.length !== 4) {
    return null;
  }
  var ip = [];
  for(var i = 0; i < bytes.length; ++i) {
    ip.push(bytes.charCodeAt(i));
  }
  return ip.join('.');
};

/**
 * Converts 16-bytes into an IPv16 string representation. The bytes must be
 * in network order.
 *
 * @param bytes the bytes to convert.
 *
 * @return the IPv16 string representation or null for an invalid # of bytes.
 */
util.bytesToIPv6 = function(bytes) {
  if(bytes.length !== 16) {
    return null;
  }
  var ip = [];
  var zeroGroups = [];
  var zeroMaxGroup = 0;
  for(var i = 0; i < bytes.length; i += 2) {
    var hex = util.bytesToHex(bytes[i] + bytes[i + 1]);
    // canonicalize zero representation
    while(hex[0] === '0' && hex !== '0') {
      hex = hex.substr(1);
    }
    if(hex === '0') {
      var last = zeroGroups[zeroGroups.length - 1];
      var idx = ip.length;
      if(!last || idx !== last.end + 1) {
        zeroGroups.push({start: idx, end: idx});
      } else {
        last.end = idx;
        if((last.end - last.start) >
          (zeroGroups[zeroMaxGroup].end - zeroGroups[zeroMaxGroup].start)) {
          zeroMaxGroup = zeroGroups.length - 1;
        }
      }
    }
    ip.push(hex);
  }
  if(zeroGroups.length > 0) {
    var group = zeroGroups[zeroMaxGroup];
    // only shorten group of length > 0
    if(group.end - group.start > 0) {
      ip.splice(group.start, group.end - group.start + 1, '');
      if(group.start === 0) {
        ip.unshift('');
      }
      if(group.end === 7) {
        ip.push('');
      }
    }
  }
  return ip.join(':');
};

/**
 * Estimates the number of processes that can be run concurrently. If
 * creating Web Workers, keep in mind that the main JavaScript process needs
 * its own core.
 *
 * @param options the options to use:
 *          update true to force an update (not use the cached value).
 * @param callback(err, max) called once the operation completes.
 */
util.estimateCores = function(options, callback) {
  if(typeof options === 'function') {
    callback = options;
    options = {};
  }
  options = options || {};
  if('cores' in util && !options.update) {
    return callback(null, util.cores);
  }
  if(typeof navigator !== 'undefined' &&
    'hardwareConcurrency' in navigator &&
    navigator.hardwareConcurrency > 0) {
    util.cores = navigator.hardwareConcurrency;
    return callback(null, util.cores);
  }
  if(typeof Worker === 'undefined') {
    // workers not available
    util.cores = 1;
    return callback(null, util.cores);
  }
  if(typeof Blob === 'undefined') {
    // can't estimate, default to 2
    util.cores = 2;
    return callback(null, util.cores);
  }

  // create worker concurrency estimation code as blob
  var blobUrl = URL.createObjectURL(new Blob(['(',
    function() {
      self.addEventListener('message', function(e) {
        // run worker for 4 ms
        var st = Date.now();
        var et = st + 4;
        while(Date.now() < et);
        self.postMessage({st: st, et: et});
      });
    }.toString(),
  ')()'], {type: 'application/javascript'}));

  // take 5 samples using 16 workers
  sample([], 5, 16);

  function sample(max, samples, numWorkers) {
    if(samples === 0) {
      // get overlap average
      var avg = Math.floor(max.reduce(function(avg, x) {
        return avg + x;
      }, 0) / max.length);
      util.cores = Math.max(1, avg);
      URL.revokeObjectURL(blobUrl);
      return callback(null, util.cores);
    }
    map(numWorkers, function(err, results) {
      max.push(reduce(numWorkers, results));
      sample(max, samples - 1, numWorkers);
    });
  }

  function map(numWorkers, callback) {
    var workers = [];
    var results = [];
    for(var i = 0; i < numWorkers; ++i) {
      var worker = new Worker(blobUrl);
      worker.addEventListener('message', function(e) {
        results.push(e.data);
        if(results.length === numWorkers) {
          for(var i = 0; i < numWorkers; ++i) {
            workers[i].terminate();
          }
          callback(null, results);
        }
      });
      workers.push(worker);
    }
    for(var i = 0; i < numWorkers; ++i) {
      workers[i].postMessage(i);
    }
  }

  function reduce(numWorkers, results) {
    // find overlapping time windows
    var overlaps = [];
    for(var n = 0; n < numWorkers; ++n) {
      var r1 = results[n];
      var overlap = overlaps[n] = [];
      for(var i = 0; i < numWorkers; ++i) {
        if(n === i) {
          continue;
        }
        var r2 = results[i];
        if((r1.st > r2.st && r1.st < r2.et) ||
          (r2.st > r1.st && r2.st < r1.et)) {
          overlap.push(i);
        }
      }
    }
    // get maximum overlaps ... don't include overlapping worker itself
    // as the main JS process was also being scheduled during the work and
    // would have to be subtracted from the estimate anyway
    return overlaps.reduce(function(max, overlap) {
      return Math.max(max, overlap.length);
    }, 0);
  }
};


/***/ }),

/***/ 9800:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
exports.wT = __webpack_unused_export__ = void 0;
const ed5 = __nccwpck_require__(6950);
const ed2 = __nccwpck_require__(4488);
const NSed3 = __nccwpck_require__(5699);
var isS = ed5.isS;
var isChar10 = ed5.isChar;
var isNameStartChar = ed5.isNameStartChar;
var isNameChar = ed5.isNameChar;
var S_LIST = ed5.S_LIST;
var NAME_RE = ed5.NAME_RE;
var isChar11 = ed2.isChar;
var isNCNameStartChar = NSed3.isNCNameStartChar;
var isNCNameChar = NSed3.isNCNameChar;
var NC_NAME_RE = NSed3.NC_NAME_RE;
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const rootNS = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    xml: XML_NAMESPACE,
    xmlns: XMLNS_NAMESPACE,
};
const XML_ENTITIES = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    amp: "&",
    gt: ">",
    lt: "<",
    quot: "\"",
    apos: "'",
};
// EOC: end-of-chunk
const EOC = -1;
const NL_LIKE = -2;
const S_BEGIN = 0; // Initial state.
const S_BEGIN_WHITESPACE = 1; // leading whitespace
const S_DOCTYPE = 2; // <!DOCTYPE
const S_DOCTYPE_QUOTE = 3; // <!DOCTYPE "//blah
const S_DTD = 4; // <!DOCTYPE "//blah" [ ...
const S_DTD_QUOTED = 5; // <!DOCTYPE "//blah" [ "foo
const S_DTD_OPEN_WAKA = 6;
const S_DTD_OPEN_WAKA_BANG = 7;
const S_DTD_COMMENT = 8; // <!--
const S_DTD_COMMENT_ENDING = 9; // <!-- blah -
const S_DTD_COMMENT_ENDED = 10; // <!-- blah --
const S_DTD_PI = 11; // <?
const S_DTD_PI_ENDING = 12; // <?hi "there" ?
const S_TEXT = 13; // general stuff
const S_ENTITY = 14; // &amp and such
const S_OPEN_WAKA = 15; // <
const S_OPEN_WAKA_BANG = 16; // <!...
const S_COMMENT = 17; // <!--
const S_COMMENT_ENDING = 18; // <!-- blah -
const S_COMMENT_ENDED = 19; // <!-- blah --
const S_CDATA = 20; // <![CDATA[ something
const S_CDATA_ENDING = 21; // ]
const S_CDATA_ENDING_2 = 22; // ]]
const S_PI_FIRST_CHAR = 23; // <?hi, first char
const S_PI_REST = 24; // <?hi, rest of the name
const S_PI_BODY = 25; // <?hi there
const S_PI_ENDING = 26; // <?hi "there" ?
const S_XML_DECL_NAME_START = 27; // <?xml
const S_XML_DECL_NAME = 28; // <?xml foo
const S_XML_DECL_EQ = 29; // <?xml foo=
const S_XML_DECL_VALUE_START = 30; // <?xml foo=
const S_XML_DECL_VALUE = 31; // <?xml foo="bar"
const S_XML_DECL_SEPARATOR = 32; // <?xml foo="bar"
const S_XML_DECL_ENDING = 33; // <?xml ... ?
const S_OPEN_TAG = 34; // <strong
const S_OPEN_TAG_SLASH = 35; // <strong /
const S_ATTRIB = 36; // <a
const S_ATTRIB_NAME = 37; // <a foo
const S_ATTRIB_NAME_SAW_WHITE = 38; // <a foo _
const S_ATTRIB_VALUE = 39; // <a foo=
const S_ATTRIB_VALUE_QUOTED = 40; // <a foo="bar
const S_ATTRIB_VALUE_CLOSED = 41; // <a foo="bar"
const S_ATTRIB_VALUE_UNQUOTED = 42; // <a foo=bar
const S_CLOSE_TAG = 43; // </a
const S_CLOSE_TAG_SAW_WHITE = 44; // </a   >
const TAB = 9;
const NL = 0xA;
const CR = 0xD;
const SPACE = 0x20;
const BANG = 0x21;
const DQUOTE = 0x22;
const AMP = 0x26;
const SQUOTE = 0x27;
const MINUS = 0x2D;
const FORWARD_SLASH = 0x2F;
const SEMICOLON = 0x3B;
const LESS = 0x3C;
const EQUAL = 0x3D;
const GREATER = 0x3E;
const QUESTION = 0x3F;
const OPEN_BRACKET = 0x5B;
const CLOSE_BRACKET = 0x5D;
const NEL = 0x85;
const LS = 0x2028; // Line Separator
const isQuote = (c) => c === DQUOTE || c === SQUOTE;
const QUOTES = [DQUOTE, SQUOTE];
const DOCTYPE_TERMINATOR = [...QUOTES, OPEN_BRACKET, GREATER];
const DTD_TERMINATOR = [...QUOTES, LESS, CLOSE_BRACKET];
const XML_DECL_NAME_TERMINATOR = [EQUAL, QUESTION, ...S_LIST];
const ATTRIB_VALUE_UNQUOTED_TERMINATOR = [...S_LIST, GREATER, AMP, LESS];
function nsPairCheck(parser, prefix, uri) {
    switch (prefix) {
        case "xml":
            if (uri !== XML_NAMESPACE) {
                parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
            }
            break;
        case "xmlns":
            if (uri !== XMLNS_NAMESPACE) {
                parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
            }
            break;
        default:
    }
    switch (uri) {
        case XMLNS_NAMESPACE:
            parser.fail(prefix === "" ?
                `the default namespace may not be set to ${uri}.` :
                `may not assign a prefix (even "xmlns") to the URI \
${XMLNS_NAMESPACE}.`);
            break;
        case XML_NAMESPACE:
            switch (prefix) {
                case "xml":
                    // Assinging the XML namespace to "xml" is fine.
                    break;
                case "":
                    parser.fail(`the default namespace may not be set to ${uri}.`);
                    break;
                default:
                    parser.fail("may not assign the xml namespace to another prefix.");
            }
            break;
        default:
    }
}
function nsMappingCheck(parser, mapping) {
    for (const local of Object.keys(mapping)) {
        nsPairCheck(parser, local, mapping[local]);
    }
}
const isNCName = (name) => NC_NAME_RE.test(name);
const isName = (name) => NAME_RE.test(name);
const FORBIDDEN_START = 0;
const FORBIDDEN_BRACKET = 1;
const FORBIDDEN_BRACKET_BRACKET = 2;
/**
 * The list of supported events.
 */
__webpack_unused_export__ = [
    "xmldecl",
    "text",
    "processinginstruction",
    "doctype",
    "comment",
    "opentagstart",
    "attribute",
    "opentag",
    "closetag",
    "cdata",
    "error",
    "end",
    "ready",
];
const EVENT_NAME_TO_HANDLER_NAME = {
    xmldecl: "xmldeclHandler",
    text: "textHandler",
    processinginstruction: "piHandler",
    doctype: "doctypeHandler",
    comment: "commentHandler",
    opentagstart: "openTagStartHandler",
    attribute: "attributeHandler",
    opentag: "openTagHandler",
    closetag: "closeTagHandler",
    cdata: "cdataHandler",
    error: "errorHandler",
    end: "endHandler",
    ready: "readyHandler",
};
// eslint-disable-next-line @typescript-eslint/ban-types
class SaxesParser {
    /**
     * @param opt The parser options.
     */
    constructor(opt) {
        this.opt = opt !== null && opt !== void 0 ? opt : {};
        this.fragmentOpt = !!this.opt.fragment;
        const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
        this.trackPosition = this.opt.position !== false;
        this.fileName = this.opt.fileName;
        if (xmlnsOpt) {
            // This is the function we use to perform name checks on PIs and entities.
            // When namespaces are used, colons are not allowed in PI target names or
            // entity names. So the check depends on whether namespaces are used. See:
            //
            // https://www.w3.org/XML/xml-names-19990114-errata.html
            // NE08
            //
            this.nameStartCheck = isNCNameStartChar;
            this.nameCheck = isNCNameChar;
            this.isName = isNCName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsNS;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribNS;
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
            this.ns = Object.assign({ __proto__: null }, rootNS);
            const additional = this.opt.additionalNamespaces;
            if (additional != null) {
                nsMappingCheck(this, additional);
                Object.assign(this.ns, additional);
            }
        }
        else {
            this.nameStartCheck = isNameStartChar;
            this.nameCheck = isNameChar;
            this.isName = isName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsPlain;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribPlain;
        }
        //
        // The order of the members in this table needs to correspond to the state
        // numbers given to the states that correspond to the methods being recorded
        // here.
        //
        this.stateTable = [
            /* eslint-disable @typescript-eslint/unbound-method */
            this.sBegin,
            this.sBeginWhitespace,
            this.sDoctype,
            this.sDoctypeQuote,
            this.sDTD,
            this.sDTDQuoted,
            this.sDTDOpenWaka,
            this.sDTDOpenWakaBang,
            this.sDTDComment,
            this.sDTDCommentEnding,
            this.sDTDCommentEnded,
            this.sDTDPI,
            this.sDTDPIEnding,
            this.sText,
            this.sEntity,
            this.sOpenWaka,
            this.sOpenWakaBang,
            this.sComment,
            this.sCommentEnding,
            this.sCommentEnded,
            this.sCData,
            this.sCDataEnding,
            this.sCDataEnding2,
            this.sPIFirstChar,
            this.sPIRest,
            this.sPIBody,
            this.sPIEnding,
            this.sXMLDeclNameStart,
            this.sXMLDeclName,
            this.sXMLDeclEq,
            this.sXMLDeclValueStart,
            this.sXMLDeclValue,
            this.sXMLDeclSeparator,
            this.sXMLDeclEnding,
            this.sOpenTag,
            this.sOpenTagSlash,
            this.sAttrib,
            this.sAttribName,
            this.sAttribNameSawWhite,
            this.sAttribValue,
            this.sAttribValueQuoted,
            this.sAttribValueClosed,
            this.sAttribValueUnquoted,
            this.sCloseTag,
            this.sCloseTagSawWhite,
            /* eslint-enable @typescript-eslint/unbound-method */
        ];
        this._init();
    }
    /**
     * Indicates whether or not the parser is closed. If ``true``, wait for
     * the ``ready`` event to write again.
     */
    get closed() {
        return this._closed;
    }
    _init() {
        var _a;
        this.openWakaBang = "";
        this.text = "";
        this.name = "";
        this.piTarget = "";
        this.entity = "";
        this.q = null;
        this.tags = [];
        this.tag = null;
        this.topNS = null;
        this.chunk = "";
        this.chunkPosition = 0;
        this.i = 0;
        this.prevI = 0;
        this.carriedFromPrevious = undefined;
        this.forbiddenState = FORBIDDEN_START;
        this.attribList = [];
        // The logic is organized so as to minimize the need to check
        // this.opt.fragment while parsing.
        const { fragmentOpt } = this;
        this.state = fragmentOpt ? S_TEXT : S_BEGIN;
        // We want these to be all true if we are dealing with a fragment.
        this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot =
            this.sawRoot = fragmentOpt;
        // An XML declaration is intially possible only when parsing whole
        // documents.
        this.xmlDeclPossible = !fragmentOpt;
        this.xmlDeclExpects = ["version"];
        this.entityReturnState = undefined;
        let { defaultXMLVersion } = this.opt;
        if (defaultXMLVersion === undefined) {
            if (this.opt.forceXMLVersion === true) {
                throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
            }
            defaultXMLVersion = "1.0";
        }
        this.setXMLVersion(defaultXMLVersion);
        this.positionAtNewLine = 0;
        this.doctype = false;
        this._closed = false;
        this.xmlDecl = {
            version: undefined,
            encoding: undefined,
            standalone: undefined,
        };
        this.line = 1;
        this.column = 0;
        this.ENTITIES = Object.create(XML_ENTITIES);
        (_a = this.readyHandler) === null || _a === void 0 ? void 0 : _a.call(this);
    }
    /**
     * The stream position the parser is currently looking at. This field is
     * zero-based.
     *
     * This field is not based on counting Unicode characters but is to be
     * interpreted as a plain index into a JavaScript string.
     */
    get position() {
        return this.chunkPosition + this.i;
    }
    /**
     * The column number of the next character to be read by the parser.  *
     * This field is zero-based. (The first column in a line is 0.)
     *
     * This field reports the index at which the next character would be in the
     * line if the line were represented as a JavaScript string.  Note that this
     * *can* be different to a count based on the number of *Unicode characters*
     * due to how JavaScript handles astral plane characters.
     *
     * See [[column]] for a number that corresponds to a count of Unicode
     * characters.
     */
    get columnIndex() {
        return this.position - this.positionAtNewLine;
    }
    /**
     * Set an event listener on an event. The parser supports one handler per
     * event type. If you try to set an event handler over an existing handler,
     * the old handler is silently overwritten.
     *
     * @param name The event to listen to.
     *
     * @param handler The handler to set.
     */
    on(name, handler) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
    }
    /**
     * Unset an event handler.
     *
     * @parma name The event to stop listening to.
     */
    off(name) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = undefined;
    }
    /**
     * Make an error object. The error object will have a message that contains
     * the ``fileName`` option passed at the creation of the parser. If position
     * tracking was turned on, it will also have line and column number
     * information.
     *
     * @param message The message describing the error to report.
     *
     * @returns An error object with a properly formatted message.
     */
    makeError(message) {
        var _a;
        let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
        if (this.trackPosition) {
            if (msg.length > 0) {
                msg += ":";
            }
            msg += `${this.line}:${this.column}`;
        }
        if (msg.length > 0) {
            msg += ": ";
        }
        return new Error(msg + message);
    }
    /**
     * Report a parsing error. This method is made public so that client code may
     * check for issues that are outside the scope of this project and can report
     * errors.
     *
     * @param message The error to report.
     *
     * @returns this
     */
    fail(message) {
        const err = this.makeError(message);
        const handler = this.errorHandler;
        if (handler === undefined) {
            throw err;
        }
        else {
            handler(err);
        }
        return this;
    }
    /**
     * Write a XML data to the parser.
     *
     * @param chunk The XML data to write.
     *
     * @returns this
     */
    // We do need object for the type here. Yes, it often causes problems
    // but not in this case.
    write(chunk) {
        if (this.closed) {
            return this.fail("cannot write after close; assign an onready handler.");
        }
        let end = false;
        if (chunk === null) {
            // We cannot return immediately because carriedFromPrevious may need
            // processing.
            end = true;
            chunk = "";
        }
        else if (typeof chunk === "object") {
            chunk = chunk.toString();
        }
        // We checked if performing a pre-decomposition of the string into an array
        // of single complete characters (``Array.from(chunk)``) would be faster
        // than the current repeated calls to ``charCodeAt``. As of August 2018, it
        // isn't. (There may be Node-specific code that would perform faster than
        // ``Array.from`` but don't want to be dependent on Node.)
        if (this.carriedFromPrevious !== undefined) {
            // The previous chunk had char we must carry over.
            chunk = `${this.carriedFromPrevious}${chunk}`;
            this.carriedFromPrevious = undefined;
        }
        let limit = chunk.length;
        const lastCode = chunk.charCodeAt(limit - 1);
        if (!end &&
            // A trailing CR or surrogate must be carried over to the next
            // chunk.
            (lastCode === CR || (lastCode >= 0xD800 && lastCode <= 0xDBFF))) {
            // The chunk ends with a character that must be carried over. We cannot
            // know how to handle it until we get the next chunk or the end of the
            // stream. So save it for later.
            this.carriedFromPrevious = chunk[limit - 1];
            limit--;
            chunk = chunk.slice(0, limit);
        }
        const { stateTable } = this;
        this.chunk = chunk;
        this.i = 0;
        while (this.i < limit) {
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument
            stateTable[this.state].call(this);
        }
        this.chunkPosition += limit;
        return end ? this.end() : this;
    }
    /**
     * Close the current stream. Perform final well-formedness checks and reset
     * the parser tstate.
     *
     * @returns this
     */
    close() {
        return this.write(null);
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.0.
     *
     * @returns The character read.
     */
    getCode10() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if (code >= SPACE || code === TAB) {
                return code;
            }
            switch (code) {
                case NL:
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR:
                    // We may get NaN if we read past the end of the chunk, which is fine.
                    if (chunk.charCodeAt(i + 1) === NL) {
                        // A \r\n sequence is converted to \n so we have to skip over the
                        // next character. We already know it has a size of 1 so ++ is fine
                        // here.
                        this.i = i + 2;
                    }
                    // Otherwise, a \r is just converted to \n, so we don't have to skip
                    // ahead.
                    // In either case, \r becomes \n.
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    // If we get here, then code < SPACE and it is not NL CR or TAB.
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isChar10 that takes into account
            // that in this context code > 0xDBFF and code <= 0xFFFF. So it does not
            // test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isChar10 that takes into account that in
        // this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.1.
     *
     * @returns {number} The character read.
     */
    getCode11() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if ((code > 0x1F && code < 0x7F) || (code > 0x9F && code !== LS) ||
                code === TAB) {
                return code;
            }
            switch (code) {
                case NL: // 0xA
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR: { // 0xD
                    // We may get NaN if we read past the end of the chunk, which is
                    // fine.
                    const next = chunk.charCodeAt(i + 1);
                    if (next === NL || next === NEL) {
                        // A CR NL or CR NEL sequence is converted to NL so we have to skip
                        // over the next character. We already know it has a size of 1.
                        this.i = i + 2;
                    }
                    // Otherwise, a CR is just converted to NL, no skip.
                }
                /* yes, fall through */
                case NEL: // 0x85
                case LS: // Ox2028
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isCharAndNotRestricted that takes into
            // account that in this context code > 0xDBFF and code <= 0xFFFF. So it
            // does not test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isCharAndNotRestricted that takes into
        // account that in this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Like ``getCode`` but with the return value normalized so that ``NL`` is
     * returned for ``NL_LIKE``.
     */
    getCodeNorm() {
        const c = this.getCode();
        return c === NL_LIKE ? NL : c;
    }
    unget() {
        this.i = this.prevI;
        this.column--;
    }
    /**
     * Capture characters into a buffer until encountering one of a set of
     * characters.
     *
     * @param chars An array of codepoints. Encountering a character in the array
     * ends the capture. (``chars`` may safely contain ``NL``.)
     *
     * @return The character code that made the capture end, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureTo(chars) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            const isNLLike = c === NL_LIKE;
            const final = isNLLike ? NL : c;
            if (final === EOC || chars.includes(final)) {
                this.text += chunk.slice(start, this.prevI);
                return final;
            }
            if (isNLLike) {
                this.text += `${chunk.slice(start, this.prevI)}\n`;
                start = this.i;
            }
        }
    }
    /**
     * Capture characters into a buffer until encountering a character.
     *
     * @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
     * CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
     *
     * @return ``true`` if we ran into the character. Otherwise, we ran into the
     * end of the current chunk.
     */
    captureToChar(char) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            let c = this.getCode();
            switch (c) {
                case NL_LIKE:
                    this.text += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    c = NL;
                    break;
                case EOC:
                    this.text += chunk.slice(start);
                    return false;
                default:
            }
            if (c === char) {
                this.text += chunk.slice(start, this.prevI);
                return true;
            }
        }
    }
    /**
     * Capture characters that satisfy ``isNameChar`` into the ``name`` field of
     * this parser.
     *
     * @return The character code that made the test fail, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureNameChars() {
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            if (c === EOC) {
                this.name += chunk.slice(start);
                return EOC;
            }
            // NL is not a name char so we don't have to test specifically for it.
            if (!isNameChar(c)) {
                this.name += chunk.slice(start, this.prevI);
                return c === NL_LIKE ? NL : c;
            }
        }
    }
    /**
     * Skip white spaces.
     *
     * @return The character that ended the skip, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    skipSpaces() {
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC || !isS(c)) {
                return c;
            }
        }
    }
    setXMLVersion(version) {
        this.currentXMLVersion = version;
        /*  eslint-disable @typescript-eslint/unbound-method */
        if (version === "1.0") {
            this.isChar = isChar10;
            this.getCode = this.getCode10;
        }
        else {
            this.isChar = isChar11;
            this.getCode = this.getCode11;
        }
        /* eslint-enable @typescript-eslint/unbound-method */
    }
    // STATE ENGINE METHODS
    // This needs to be a state separate from S_BEGIN_WHITESPACE because we want
    // to be sure never to come back to this state later.
    sBegin() {
        // We are essentially peeking at the first character of the chunk. Since
        // S_BEGIN can be in effect only when we start working on the first chunk,
        // the index at which we must look is necessarily 0. Note also that the
        // following test does not depend on decoding surrogates.
        // If the initial character is 0xFEFF, ignore it.
        if (this.chunk.charCodeAt(0) === 0xFEFF) {
            this.i++;
            this.column++;
        }
        this.state = S_BEGIN_WHITESPACE;
    }
    sBeginWhitespace() {
        // We need to know whether we've encountered spaces or not because as soon
        // as we run into a space, an XML declaration is no longer possible. Rather
        // than slow down skipSpaces even in places where we don't care whether it
        // skipped anything or not, we check whether prevI is equal to the value of
        // i from before we skip spaces.
        const iBefore = this.i;
        const c = this.skipSpaces();
        if (this.prevI !== iBefore) {
            this.xmlDeclPossible = false;
        }
        switch (c) {
            case LESS:
                this.state = S_OPEN_WAKA;
                // We could naively call closeText but in this state, it is not normal
                // to have text be filled with any data.
                if (this.text.length !== 0) {
                    throw new Error("no-empty text at start");
                }
                break;
            case EOC:
                break;
            default:
                this.unget();
                this.state = S_TEXT;
                this.xmlDeclPossible = false;
        }
    }
    sDoctype() {
        var _a;
        const c = this.captureTo(DOCTYPE_TERMINATOR);
        switch (c) {
            case GREATER: {
                (_a = this.doctypeHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                this.doctype = true; // just remember that we saw it.
                break;
            }
            case EOC:
                break;
            default:
                this.text += String.fromCodePoint(c);
                if (c === OPEN_BRACKET) {
                    this.state = S_DTD;
                }
                else if (isQuote(c)) {
                    this.state = S_DOCTYPE_QUOTE;
                    this.q = c;
                }
        }
    }
    sDoctypeQuote() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.q = null;
            this.state = S_DOCTYPE;
        }
    }
    sDTD() {
        const c = this.captureTo(DTD_TERMINATOR);
        if (c === EOC) {
            return;
        }
        this.text += String.fromCodePoint(c);
        if (c === CLOSE_BRACKET) {
            this.state = S_DOCTYPE;
        }
        else if (c === LESS) {
            this.state = S_DTD_OPEN_WAKA;
        }
        else if (isQuote(c)) {
            this.state = S_DTD_QUOTED;
            this.q = c;
        }
    }
    sDTDQuoted() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.state = S_DTD;
            this.q = null;
        }
    }
    sDTDOpenWaka() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        switch (c) {
            case BANG:
                this.state = S_DTD_OPEN_WAKA_BANG;
                this.openWakaBang = "";
                break;
            case QUESTION:
                this.state = S_DTD_PI;
                break;
            default:
                this.state = S_DTD;
        }
    }
    sDTDOpenWakaBang() {
        const char = String.fromCodePoint(this.getCodeNorm());
        const owb = this.openWakaBang += char;
        this.text += char;
        if (owb !== "-") {
            this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
            this.openWakaBang = "";
        }
    }
    sDTDComment() {
        if (this.captureToChar(MINUS)) {
            this.text += "-";
            this.state = S_DTD_COMMENT_ENDING;
        }
    }
    sDTDCommentEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
    }
    sDTDCommentEnded() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
        else {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.state = S_DTD_COMMENT;
        }
    }
    sDTDPI() {
        if (this.captureToChar(QUESTION)) {
            this.text += "?";
            this.state = S_DTD_PI_ENDING;
        }
    }
    sDTDPIEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
    }
    sText() {
        //
        // We did try a version of saxes where the S_TEXT state was split in two
        // states: one for text inside the root element, and one for text
        // outside. This was avoiding having to test this.tags.length to decide
        // what implementation to actually use.
        //
        // Peformance testing on gigabyte-size files did not show any advantage to
        // using the two states solution instead of the current one. Conversely, it
        // made the code a bit more complicated elsewhere. For instance, a comment
        // can appear before the root element so when a comment ended it was
        // necessary to determine whether to return to the S_TEXT state or to the
        // new text-outside-root state.
        //
        if (this.tags.length !== 0) {
            this.handleTextInRoot();
        }
        else {
            this.handleTextOutsideRoot();
        }
    }
    sEntity() {
        // This is essentially a specialized version of captureToChar(SEMICOLON...)
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        loop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case NL_LIKE:
                    this.entity += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    break;
                case SEMICOLON: {
                    const { entityReturnState } = this;
                    const entity = this.entity + chunk.slice(start, this.prevI);
                    this.state = entityReturnState;
                    let parsed;
                    if (entity === "") {
                        this.fail("empty entity name.");
                        parsed = "&;";
                    }
                    else {
                        parsed = this.parseEntity(entity);
                        this.entity = "";
                    }
                    if (entityReturnState !== S_TEXT || this.textHandler !== undefined) {
                        this.text += parsed;
                    }
                    // eslint-disable-next-line no-labels
                    break loop;
                }
                case EOC:
                    this.entity += chunk.slice(start);
                    // eslint-disable-next-line no-labels
                    break loop;
                default:
            }
        }
    }
    sOpenWaka() {
        // Reminder: a state handler is called with at least one character
        // available in the current chunk. So the first call to get code inside of
        // a state handler cannot return ``EOC``. That's why we don't test
        // for it.
        const c = this.getCode();
        // either a /, ?, !, or text is coming next.
        if (isNameStartChar(c)) {
            this.state = S_OPEN_TAG;
            this.unget();
            this.xmlDeclPossible = false;
        }
        else {
            switch (c) {
                case FORWARD_SLASH:
                    this.state = S_CLOSE_TAG;
                    this.xmlDeclPossible = false;
                    break;
                case BANG:
                    this.state = S_OPEN_WAKA_BANG;
                    this.openWakaBang = "";
                    this.xmlDeclPossible = false;
                    break;
                case QUESTION:
                    this.state = S_PI_FIRST_CHAR;
                    break;
                default:
                    this.fail("disallowed character in tag name");
                    this.state = S_TEXT;
                    this.xmlDeclPossible = false;
            }
        }
    }
    sOpenWakaBang() {
        this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
        switch (this.openWakaBang) {
            case "[CDATA[":
                if (!this.sawRoot && !this.reportedTextBeforeRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextBeforeRoot = true;
                }
                if (this.closedRoot && !this.reportedTextAfterRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextAfterRoot = true;
                }
                this.state = S_CDATA;
                this.openWakaBang = "";
                break;
            case "--":
                this.state = S_COMMENT;
                this.openWakaBang = "";
                break;
            case "DOCTYPE":
                this.state = S_DOCTYPE;
                if (this.doctype || this.sawRoot) {
                    this.fail("inappropriately located doctype declaration.");
                }
                this.openWakaBang = "";
                break;
            default:
                // 7 happens to be the maximum length of the string that can possibly
                // match one of the cases above.
                if (this.openWakaBang.length >= 7) {
                    this.fail("incorrect syntax.");
                }
        }
    }
    sComment() {
        if (this.captureToChar(MINUS)) {
            this.state = S_COMMENT_ENDING;
        }
    }
    sCommentEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === MINUS) {
            this.state = S_COMMENT_ENDED;
            (_a = this.commentHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
        }
        else {
            this.text += `-${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
    }
    sCommentEnded() {
        const c = this.getCodeNorm();
        if (c !== GREATER) {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.text += `--${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
        else {
            this.state = S_TEXT;
        }
    }
    sCData() {
        if (this.captureToChar(CLOSE_BRACKET)) {
            this.state = S_CDATA_ENDING;
        }
    }
    sCDataEnding() {
        const c = this.getCodeNorm();
        if (c === CLOSE_BRACKET) {
            this.state = S_CDATA_ENDING_2;
        }
        else {
            this.text += `]${String.fromCodePoint(c)}`;
            this.state = S_CDATA;
        }
    }
    sCDataEnding2() {
        var _a;
        const c = this.getCodeNorm();
        switch (c) {
            case GREATER: {
                (_a = this.cdataHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                break;
            }
            case CLOSE_BRACKET:
                this.text += "]";
                break;
            default:
                this.text += `]]${String.fromCodePoint(c)}`;
                this.state = S_CDATA;
        }
    }
    // We need this separate state to check the first character fo the pi target
    // with this.nameStartCheck which allows less characters than this.nameCheck.
    sPIFirstChar() {
        const c = this.getCodeNorm();
        // This is first because in the case where the file is well-formed this is
        // the branch taken. We optimize for well-formedness.
        if (this.nameStartCheck(c)) {
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
        else if (c === QUESTION || isS(c)) {
            this.fail("processing instruction without a target.");
            this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
        }
        else {
            this.fail("disallowed character in processing instruction name.");
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
    }
    sPIRest() {
        // Capture characters into a piTarget while ``this.nameCheck`` run on the
        // character read returns true.
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC) {
                this.piTarget += chunk.slice(start);
                return;
            }
            // NL cannot satisfy this.nameCheck so we don't have to test specifically
            // for it.
            if (!this.nameCheck(c)) {
                this.piTarget += chunk.slice(start, this.prevI);
                const isQuestion = c === QUESTION;
                if (isQuestion || isS(c)) {
                    if (this.piTarget === "xml") {
                        if (!this.xmlDeclPossible) {
                            this.fail("an XML declaration must be at the start of the document.");
                        }
                        this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
                    }
                    else {
                        this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
                    }
                }
                else {
                    this.fail("disallowed character in processing instruction name.");
                    this.piTarget += String.fromCodePoint(c);
                }
                break;
            }
        }
    }
    sPIBody() {
        if (this.text.length === 0) {
            const c = this.getCodeNorm();
            if (c === QUESTION) {
                this.state = S_PI_ENDING;
            }
            else if (!isS(c)) {
                this.text = String.fromCodePoint(c);
            }
        }
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        else if (this.captureToChar(QUESTION)) {
            this.state = S_PI_ENDING;
        }
    }
    sPIEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            const { piTarget } = this;
            if (piTarget.toLowerCase() === "xml") {
                this.fail("the XML declaration must appear at the start of the document.");
            }
            (_a = this.piHandler) === null || _a === void 0 ? void 0 : _a.call(this, {
                target: piTarget,
                body: this.text,
            });
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else if (c === QUESTION) {
            // We ran into ?? as part of a processing instruction. We initially took
            // the first ? as a sign that the PI was ending, but it is not. So we have
            // to add it to the body but we take the new ? as a sign that the PI is
            // ending.
            this.text += "?";
        }
        else {
            this.text += `?${String.fromCodePoint(c)}`;
            this.state = S_PI_BODY;
        }
        this.xmlDeclPossible = false;
    }
    sXMLDeclNameStart() {
        const c = this.skipSpaces();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (c !== EOC) {
            this.state = S_XML_DECL_NAME;
            this.name = String.fromCodePoint(c);
        }
    }
    sXMLDeclName() {
        const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.name += this.text;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (!(isS(c) || c === EQUAL)) {
            return;
        }
        this.name += this.text;
        this.text = "";
        if (!this.xmlDeclExpects.includes(this.name)) {
            switch (this.name.length) {
                case 0:
                    this.fail("did not expect any more name/value pairs.");
                    break;
                case 1:
                    this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
                    break;
                default:
                    this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
            }
        }
        this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
    }
    sXMLDeclEq() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (c !== EQUAL) {
            this.fail("value required.");
        }
        this.state = S_XML_DECL_VALUE_START;
    }
    sXMLDeclValueStart() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (!isQuote(c)) {
            this.fail("value must be quoted.");
            this.q = SPACE;
        }
        else {
            this.q = c;
        }
        this.state = S_XML_DECL_VALUE;
    }
    sXMLDeclValue() {
        const c = this.captureTo([this.q, QUESTION]);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (c === EOC) {
            return;
        }
        const value = this.text;
        this.text = "";
        switch (this.name) {
            case "version": {
                this.xmlDeclExpects = ["encoding", "standalone"];
                const version = value;
                this.xmlDecl.version = version;
                // This is the test specified by XML 1.0 but it is fine for XML 1.1.
                if (!/^1\.[0-9]+$/.test(version)) {
                    this.fail("version number must match /^1\\.[0-9]+$/.");
                }
                // When forceXMLVersion is set, the XML declaration is ignored.
                else if (!this.opt.forceXMLVersion) {
                    this.setXMLVersion(version);
                }
                break;
            }
            case "encoding":
                if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) {
                    this.fail("encoding value must match \
/^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
                }
                this.xmlDeclExpects = ["standalone"];
                this.xmlDecl.encoding = value;
                break;
            case "standalone":
                if (value !== "yes" && value !== "no") {
                    this.fail("standalone value must match \"yes\" or \"no\".");
                }
                this.xmlDeclExpects = [];
                this.xmlDecl.standalone = value;
                break;
            default:
            // We don't need to raise an error here since we've already raised one
            // when checking what name was expected.
        }
        this.name = "";
        this.state = S_XML_DECL_SEPARATOR;
    }
    sXMLDeclSeparator() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (!isS(c)) {
            this.fail("whitespace required.");
            this.unget();
        }
        this.state = S_XML_DECL_NAME_START;
    }
    sXMLDeclEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            if (this.piTarget !== "xml") {
                this.fail("processing instructions are not allowed before root.");
            }
            else if (this.name !== "version" &&
                this.xmlDeclExpects.includes("version")) {
                this.fail("XML declaration must contain a version.");
            }
            (_a = this.xmldeclHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.xmlDecl);
            this.name = "";
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else {
            // We got here because the previous character was a ?, but the question
            // mark character is not valid inside any of the XML declaration
            // name/value pairs.
            this.fail("The character ? is disallowed anywhere in XML declarations.");
        }
        this.xmlDeclPossible = false;
    }
    sOpenTag() {
        var _a;
        const c = this.captureNameChars();
        if (c === EOC) {
            return;
        }
        const tag = this.tag = {
            name: this.name,
            attributes: Object.create(null),
        };
        this.name = "";
        if (this.xmlnsOpt) {
            this.topNS = tag.ns = Object.create(null);
        }
        (_a = this.openTagStartHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        this.sawRoot = true;
        if (!this.fragmentOpt && this.closedRoot) {
            this.fail("documents may contain only one root.");
        }
        switch (c) {
            case GREATER:
                this.openTag();
                break;
            case FORWARD_SLASH:
                this.state = S_OPEN_TAG_SLASH;
                break;
            default:
                if (!isS(c)) {
                    this.fail("disallowed character in tag name.");
                }
                this.state = S_ATTRIB;
        }
    }
    sOpenTagSlash() {
        if (this.getCode() === GREATER) {
            this.openSelfClosingTag();
        }
        else {
            this.fail("forward-slash in opening tag not followed by >.");
            this.state = S_ATTRIB;
        }
    }
    sAttrib() {
        const c = this.skipSpaces();
        if (c === EOC) {
            return;
        }
        if (isNameStartChar(c)) {
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribName() {
        const c = this.captureNameChars();
        if (c === EQUAL) {
            this.state = S_ATTRIB_VALUE;
        }
        else if (isS(c)) {
            this.state = S_ATTRIB_NAME_SAW_WHITE;
        }
        else if (c === GREATER) {
            this.fail("attribute without value.");
            this.pushAttrib(this.name, this.name);
            this.name = this.text = "";
            this.openTag();
        }
        else if (c !== EOC) {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribNameSawWhite() {
        const c = this.skipSpaces();
        switch (c) {
            case EOC:
                return;
            case EQUAL:
                this.state = S_ATTRIB_VALUE;
                break;
            default:
                this.fail("attribute without value.");
                // Should we do this???
                // this.tag.attributes[this.name] = "";
                this.text = "";
                this.name = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else if (isNameStartChar(c)) {
                    this.unget();
                    this.state = S_ATTRIB_NAME;
                }
                else {
                    this.fail("disallowed character in attribute name.");
                    this.state = S_ATTRIB;
                }
        }
    }
    sAttribValue() {
        const c = this.getCodeNorm();
        if (isQuote(c)) {
            this.q = c;
            this.state = S_ATTRIB_VALUE_QUOTED;
        }
        else if (!isS(c)) {
            this.fail("unquoted attribute value.");
            this.state = S_ATTRIB_VALUE_UNQUOTED;
            this.unget();
        }
    }
    sAttribValueQuoted() {
        // We deliberately do not use captureTo here. The specialized code we use
        // here is faster than using captureTo.
        const { q, chunk } = this;
        let { i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case q:
                    this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
                    this.name = this.text = "";
                    this.q = null;
                    this.state = S_ATTRIB_VALUE_CLOSED;
                    return;
                case AMP:
                    this.text += chunk.slice(start, this.prevI);
                    this.state = S_ENTITY;
                    this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
                    return;
                case NL:
                case NL_LIKE:
                case TAB:
                    this.text += `${chunk.slice(start, this.prevI)} `;
                    start = this.i;
                    break;
                case LESS:
                    this.text += chunk.slice(start, this.prevI);
                    this.fail("disallowed character.");
                    return;
                case EOC:
                    this.text += chunk.slice(start);
                    return;
                default:
            }
        }
    }
    sAttribValueClosed() {
        const c = this.getCodeNorm();
        if (isS(c)) {
            this.state = S_ATTRIB;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else if (isNameStartChar(c)) {
            this.fail("no whitespace between attributes.");
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribValueUnquoted() {
        // We don't do anything regarding EOL or space handling for unquoted
        // attributes. We already have failed by the time we get here, and the
        // contract that saxes upholds states that upon failure, it is not safe to
        // rely on the data passed to event handlers (other than
        // ``onerror``). Passing "bad" data is not a problem.
        const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
        switch (c) {
            case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
                break;
            case LESS:
                this.fail("disallowed character.");
                break;
            case EOC:
                break;
            default:
                if (this.text.includes("]]>")) {
                    this.fail("the string \"]]>\" is disallowed in char data.");
                }
                this.pushAttrib(this.name, this.text);
                this.name = this.text = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else {
                    this.state = S_ATTRIB;
                }
        }
    }
    sCloseTag() {
        const c = this.captureNameChars();
        if (c === GREATER) {
            this.closeTag();
        }
        else if (isS(c)) {
            this.state = S_CLOSE_TAG_SAW_WHITE;
        }
        else if (c !== EOC) {
            this.fail("disallowed character in closing tag.");
        }
    }
    sCloseTagSawWhite() {
        switch (this.skipSpaces()) {
            case GREATER:
                this.closeTag();
                break;
            case EOC:
                break;
            default:
                this.fail("disallowed character in closing tag.");
        }
    }
    // END OF STATE ENGINE METHODS
    handleTextInRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for performing the ]]> check. A previous version of this code, checked
        // ``this.text`` for the presence of ]]>. It simplified the code but was
        // very costly when character data contained a lot of entities to be parsed.
        //
        // Since we are using a specialized loop, we also keep track of the presence
        // of ]]> in text data. The sequence ]]> is forbidden to appear as-is.
        //
        let { i: start, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        scanLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                case CLOSE_BRACKET:
                    switch (forbiddenState) {
                        case FORBIDDEN_START:
                            forbiddenState = FORBIDDEN_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET:
                            forbiddenState = FORBIDDEN_BRACKET_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET_BRACKET:
                            break;
                        default:
                            throw new Error("impossible state");
                    }
                    break;
                case GREATER:
                    if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) {
                        this.fail("the string \"]]>\" is disallowed in char data.");
                    }
                    forbiddenState = FORBIDDEN_START;
                    break;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    forbiddenState = FORBIDDEN_START;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                default:
                    forbiddenState = FORBIDDEN_START;
            }
        }
        this.forbiddenState = forbiddenState;
    }
    handleTextOutsideRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for a specialized task. We keep track of the presence of non-space
        // characters in the text since these are errors when appearing outside the
        // document root element.
        let { i: start } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        outRootLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const code = this.getCode();
            switch (code) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    nonSpace = true;
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                default:
                    if (!isS(code)) {
                        nonSpace = true;
                    }
            }
        }
        if (!nonSpace) {
            return;
        }
        // We use the reportedTextBeforeRoot and reportedTextAfterRoot flags
        // to avoid reporting errors for every single character that is out of
        // place.
        if (!this.sawRoot && !this.reportedTextBeforeRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextBeforeRoot = true;
        }
        if (this.closedRoot && !this.reportedTextAfterRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextAfterRoot = true;
        }
    }
    pushAttribNS(name, value) {
        var _a;
        const { prefix, local } = this.qname(name);
        const attr = { name, prefix, local, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
        if (prefix === "xmlns") {
            const trimmed = value.trim();
            if (this.currentXMLVersion === "1.0" && trimmed === "") {
                this.fail("invalid attempt to undefine prefix in XML 1.0");
            }
            this.topNS[local] = trimmed;
            nsPairCheck(this, local, trimmed);
        }
        else if (name === "xmlns") {
            const trimmed = value.trim();
            this.topNS[""] = trimmed;
            nsPairCheck(this, "", trimmed);
        }
    }
    pushAttribPlain(name, value) {
        var _a;
        const attr = { name, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
    }
    /**
     * End parsing. This performs final well-formedness checks and resets the
     * parser to a clean state.
     *
     * @returns this
     */
    end() {
        var _a, _b;
        if (!this.sawRoot) {
            this.fail("document must contain a root element.");
        }
        const { tags } = this;
        while (tags.length > 0) {
            const tag = tags.pop();
            this.fail(`unclosed tag: ${tag.name}`);
        }
        if ((this.state !== S_BEGIN) && (this.state !== S_TEXT)) {
            this.fail("unexpected end.");
        }
        const { text } = this;
        if (text.length !== 0) {
            (_a = this.textHandler) === null || _a === void 0 ? void 0 : _a.call(this, text);
            this.text = "";
        }
        this._closed = true;
        (_b = this.endHandler) === null || _b === void 0 ? void 0 : _b.call(this);
        this._init();
        return this;
    }
    /**
     * Resolve a namespace prefix.
     *
     * @param prefix The prefix to resolve.
     *
     * @returns The namespace URI or ``undefined`` if the prefix is not defined.
     */
    resolve(prefix) {
        var _a, _b;
        let uri = this.topNS[prefix];
        if (uri !== undefined) {
            return uri;
        }
        const { tags } = this;
        for (let index = tags.length - 1; index >= 0; index--) {
            uri = tags[index].ns[prefix];
            if (uri !== undefined) {
                return uri;
            }
        }
        uri = this.ns[prefix];
        if (uri !== undefined) {
            return uri;
        }
        return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
    }
    /**
     * Parse a qname into its prefix and local name parts.
     *
     * @param name The name to parse
     *
     * @returns
     */
    qname(name) {
        // This is faster than using name.split(":").
        const colon = name.indexOf(":");
        if (colon === -1) {
            return { prefix: "", local: name };
        }
        const local = name.slice(colon + 1);
        const prefix = name.slice(0, colon);
        if (prefix === "" || local === "" || local.includes(":")) {
            this.fail(`malformed name: ${name}.`);
        }
        return { prefix, local };
    }
    processAttribsNS() {
        var _a;
        const { attribList } = this;
        const tag = this.tag;
        {
            // add namespace info to tag
            const { prefix, local } = this.qname(tag.name);
            tag.prefix = prefix;
            tag.local = local;
            const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
            if (prefix !== "") {
                if (prefix === "xmlns") {
                    this.fail("tags may not have \"xmlns\" as prefix.");
                }
                if (uri === "") {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    tag.uri = prefix;
                }
            }
        }
        if (attribList.length === 0) {
            return;
        }
        const { attributes } = tag;
        const seen = new Set();
        // Note: do not apply default ns to attributes:
        //   http://www.w3.org/TR/REC-xml-names/#defaulting
        for (const attr of attribList) {
            const { name, prefix, local } = attr;
            let uri;
            let eqname;
            if (prefix === "") {
                uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
                eqname = name;
            }
            else {
                uri = this.resolve(prefix);
                // if there's any attributes with an undefined namespace,
                // then fail on them now.
                if (uri === undefined) {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    uri = prefix;
                }
                eqname = `{${uri}}${local}`;
            }
            if (seen.has(eqname)) {
                this.fail(`duplicate attribute: ${eqname}.`);
            }
            seen.add(eqname);
            attr.uri = uri;
            attributes[name] = attr;
        }
        this.attribList = [];
    }
    processAttribsPlain() {
        const { attribList } = this;
        // eslint-disable-next-line prefer-destructuring
        const attributes = this.tag.attributes;
        for (const { name, value } of attribList) {
            if (attributes[name] !== undefined) {
                this.fail(`duplicate attribute: ${name}.`);
            }
            attributes[name] = value;
        }
        this.attribList = [];
    }
    /**
     * Handle a complete open tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onopentag``.
     */
    openTag() {
        var _a;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = false;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        tags.push(tag);
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete self-closing tag. This parser code calls this once it has
     * seen the whole tag. This method checks for well-formeness and then emits
     * ``onopentag`` and ``onclosetag``.
     */
    openSelfClosingTag() {
        var _a, _b, _c;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = true;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        (_b = this.closeTagHandler) === null || _b === void 0 ? void 0 : _b.call(this, tag);
        const top = this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null;
        if (top === null) {
            this.closedRoot = true;
        }
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete close tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onclosetag``.
     */
    closeTag() {
        const { tags, name } = this;
        // Our state after this will be S_TEXT, no matter what, and we can clear
        // tagName now.
        this.state = S_TEXT;
        this.name = "";
        if (name === "") {
            this.fail("weird empty close tag.");
            this.text += "</>";
            return;
        }
        const handler = this.closeTagHandler;
        let l = tags.length;
        while (l-- > 0) {
            const tag = this.tag = tags.pop();
            this.topNS = tag.ns;
            handler === null || handler === void 0 ? void 0 : handler(tag);
            if (tag.name === name) {
                break;
            }
            this.fail("unexpected close tag.");
        }
        if (l === 0) {
            this.closedRoot = true;
        }
        else if (l < 0) {
            this.fail(`unmatched closing tag: ${name}.`);
            this.text += `</${name}>`;
        }
    }
    /**
     * Resolves an entity. Makes any necessary well-formedness checks.
     *
     * @param entity The entity to resolve.
     *
     * @returns The parsed entity.
     */
    parseEntity(entity) {
        // startsWith would be significantly slower for this test.
        if (entity[0] !== "#") {
            const defined = this.ENTITIES[entity];
            if (defined !== undefined) {
                return defined;
            }
            this.fail(this.isName(entity) ? "undefined entity." :
                "disallowed character in entity name.");
            return `&${entity};`;
        }
        let num = NaN;
        if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) {
            num = parseInt(entity.slice(2), 16);
        }
        else if (/^#[0-9]+$/.test(entity)) {
            num = parseInt(entity.slice(1), 10);
        }
        // The character reference is required to match the CHAR production.
        if (!this.isChar(num)) {
            this.fail("malformed character entity.");
            return `&${entity};`;
        }
        return String.fromCodePoint(num);
    }
}
exports.wT = SaxesParser;
//# sourceMappingURL=saxes.js.map

/***/ }),

/***/ 6950:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character classes and associated utilities for the 5th edition of XML 1.0.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\t\n\r -\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= SPACE && c <= 0xD7FF) ||
        c === NL || c === CR || c === TAB ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed5.js.map

/***/ }),

/***/ 4488:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character classes and associated utilities for the 2nd edition of XML 1.1.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\u0001-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.RESTRICTED_CHAR = "\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= 0x0001 && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``RESTRICTED_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``RESTRICTED_CHAR``.
 */
function isRestrictedChar(c) {
    return (c >= 0x1 && c <= 0x8) ||
        c === 0xB ||
        c === 0xC ||
        (c >= 0xE && c <= 0x1F) ||
        (c >= 0x7F && c <= 0x84) ||
        (c >= 0x86 && c <= 0x9F);
}
exports.isRestrictedChar = isRestrictedChar;
/**
 * Determines whether a codepoint matches the ``CHAR`` production and does not
 * match the ``RESTRICTED_CHAR`` production. ``isCharAndNotRestricted(x)`` is
 * equivalent to ``isChar(x) && !isRestrictedChar(x)``. This function is faster
 * than running the two-call equivalent.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR`` and does not match
 * ``RESTRICTED_CHAR``.
 */
function isCharAndNotRestricted(c) {
    return (c === 0x9) ||
        (c === 0xA) ||
        (c === 0xD) ||
        (c > 0x1F && c < 0x7F) ||
        (c === 0x85) ||
        (c > 0x9F && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isCharAndNotRestricted = isCharAndNotRestricted;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed2.js.map

/***/ }),

/***/ 5699:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character class utilities for XML NS 1.0 edition 3.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
// tslint:disable-next-line:max-line-length
exports.NC_NAME_START_CHAR = "A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
/**
 * Determines whether a codepoint matches [[NC_NAME_START_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNCNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        c === 0x5F ||
        (c >= 0x61 && c <= 0x7A) ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x200C && c <= 0x200D) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNCNameStartChar = isNCNameStartChar;
/**
 * Determines whether a codepoint matches [[NC_NAME_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
function isNCNameChar(c) {
    return isNCNameStartChar(c) ||
        (c === 0x2D ||
            c === 0x2E ||
            (c >= 0x30 && c <= 0x39) ||
            c === 0x00B7 ||
            (c >= 0x0300 && c <= 0x036F) ||
            (c >= 0x203F && c <= 0x2040));
}
exports.isNCNameChar = isNCNameChar;
//# sourceMappingURL=ed3.js.map

/***/ }),

/***/ 5183:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6927);
/* harmony import */ var _report_report__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8850);


/** One payload's outcome, and how long it took. What can not be done is told as well, and does not hide the others. */
async function attempt({ path, name }, mode, watch, report) {
    const start = process.hrtime.bigint();
    const watched = watch?.(name);
    try {
        return {
            ...(await report(watched?.progress)),
            milliseconds: Number((process.hrtime.bigint() - start) / 1000000n),
        };
    }
    catch (error) {
        return (0,_report_report__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(name, path, (0,_findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .asAppsignError */ .RS)(error), mode);
    }
    finally {
        watched?.end();
    }
}


/***/ }),

/***/ 6346:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ askGit)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** A checkout's own configuration could name programs that git would start; and a container's user need not own it. */
const SAFE = [
    ...['-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false', '-c', 'core.pager=cat'],
    ...['-c', 'safe.directory=*'],
    // Files of an app that look like a repository are none.
    ...['-c', 'safe.bareRepository=explicit'],
];
/** Bytes. The names of a million files. */
const MAX_OUTPUT = 128 * 1024 * 1024;
/**
 * Asks git about a checkout.
 *
 * @param folder absolute path in it
 * @returns what git printed; undefined without git, without a repository, or without one that this user may read
 */
function askGit(folder, args, env) {
    // To start git takes longer than to see that it would find nothing.
    if (!isBelowRepository(folder))
        return undefined;
    try {
        // Only here, because to load it takes 2 ms of every run's 50.
        const { execFileSync } = process.getBuiltinModule('node:child_process');
        return execFileSync('git', [...SAFE, '-C', folder, ...args], {
            encoding: 'utf8',
            // Nothing of the step's own environment, where the key is.
            env: { PATH: env.PATH, HOME: env.HOME },
            maxBuffer: MAX_OUTPUT,
            stdio: ['ignore', 'pipe', 'ignore'],
        });
    }
    catch {
        return undefined;
    }
}
/** Git looks for a folder or file of this name in a folder, and in those above it. */
function isBelowRepository(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')))
        return true;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    return above !== folder && isBelowRepository(above);
}


/***/ }),

/***/ 7233:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   e6: () => (/* binding */ reportName),
/* harmony export */   l8: () => (/* binding */ readMap),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   oZ: () => (/* binding */ packageName),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony export readRunnerInput */
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6927);

/** The runner's variables: upper case, hyphens stay (PLATFORM, "inputs"). */
const readRunnerInput = (name) => process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
/** What to do about inputs that are empty and must not be. */
const MISSING = {
    'private-key': [
        'private-key is empty, and nothing was signed. Pass it from a secret (private-key: ${{ secrets.APP_PRIVATE_KEY }}).',
        'If it is passed, the secret is not there in this run: it has another name; it belongs to an environment that the job does not name (environment: …);',
        'the run was started from a fork or by Dependabot, which get no secrets; or a reusable workflow was called without "secrets: inherit".',
        'To check a pull request without secrets, use mode: check.',
    ].join(' '),
    path: 'path is empty. Name the JSON reports that are to be merged, one a line, globs too.',
};
/** Endings that a report's file may have; each is another form of the same report. */
const REPORT_ENDINGS = ['.json', '.sarif', '.md', '.txt'];
/**
 * A value that must be there.
 *
 * @param why it must be, where that is not always so
 * @throws AppsignError KEY_MISSING or INPUT_INVALID for an empty value
 */
function required(name, value, why) {
    if (value)
        return value;
    if (why)
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `${why}, and ${name} is empty. Set ${name}.`);
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE(name === 'private-key' ? 'KEY_MISSING' : 'INPUT_INVALID', MISSING[name] ?? `${name} is empty.`);
}
/** One of a few words. @throws AppsignError INPUT_INVALID for another one, naming all */
function oneOf(name, value, words) {
    const word = words.find((candidate) => candidate === value);
    if (word)
        return word;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `${name} is "${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value)}". It must be one of: ${words.join(', ')}.`);
}
/** A number of days. @throws AppsignError INPUT_INVALID */
function wholeNumber(name, value) {
    if (/^\d{1,5}$/.test(value))
        return Number(value);
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `${name} is "${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value)}". It must be a whole number of days, such as 60.`);
}
/** `true` or `false`, as YAML writes them; empty is false. @throws AppsignError INPUT_INVALID for anything else */
function flag(name, value) {
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    if (value === '' || /^(?:false|False|FALSE)$/.test(value))
        return false;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `${name} is "${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value)}". It must be true or false.`);
}
/**
 * A value that is a JSON object of app id → text.
 *
 * @returns undefined when it is none: then it is one text for all
 * @throws AppsignError INPUT_INVALID when it begins like one; nothing of it is repeated, since it may hold keys
 */
function readMap(name, value) {
    if (!value.trimStart().startsWith('{'))
        return undefined;
    let parsed;
    try {
        parsed = JSON.parse(value);
    }
    catch {
        // Its message would quote what was read.
    }
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : undefined;
    if (entries?.every((entry) => typeof entry[1] === 'string'))
        return new Map(entries);
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `${name} begins like a JSON object and is none of app ids and texts. Write {"my_app": "…"}, with line breaks as \\n, and quote it in the workflow.`);
}
/** The lines of a value that has one thing a line; empty ones do not count. */
function lines(value) {
    return value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** The path of a report, which says by its ending in what form. @throws AppsignError INPUT_INVALID */
function reportName(value) {
    if (/(?:^|\/)signature\.json$/i.test(value))
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `report is "${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value)}", which is the name of a signature. Give the report another name, or it takes its place.`);
    if (REPORT_ENDINGS.some((ending) => value.toLowerCase().endsWith(ending)))
        return value;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `report is "${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value)}". It must end in ${REPORT_ENDINGS.join(', ')}: the ending picks the form.`);
}
/** The path of a package; undefined when there is none. @throws AppsignError INPUT_INVALID */
function packageName(value) {
    if (value === '' || /\.(?:tar\.gz|tgz)$/.test(value))
        return value || undefined;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', `package is "${value}". It must end in .tar.gz: that is what is written.`);
}


/***/ }),

/***/ 7418:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fz: () => (/* binding */ annotate),
  fW: () => (/* binding */ logOutcome),
  pe: () => (/* binding */ logPublished)
});

// UNUSED EXPORTS: log, mask

// EXTERNAL MODULE: ./src/report/printable.ts
var printable = __nccwpck_require__(9073);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __nccwpck_require__(8850);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __nccwpck_require__(5655);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js + 1 modules
var command = __nccwpck_require__(2227);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __nccwpck_require__(2902);
;// CONCATENATED MODULE: ./src/action/toolkit.ts
/*
 * The parts of @actions/core that we use, by file. The package's index also loads its OIDC client and with it all of
 * undici, which nearly triples the start of every run (57 ms on top of Node's 30; these two files cost 3). The package has
 * no entry for them, and is pinned to one exact version.
 */



;// CONCATENATED MODULE: ./src/action/log.ts




/** Characters of an annotation's message that the runner keeps (PLATFORM, "command annotations"). */
const MAX_MESSAGE = 4096;
/**
 * Writes lines to the job's log. Nothing in them can become a workflow command, whatever file names they hold.
 *
 * @param lines untrusted text; a tab at the start of a line stays
 */
function log(...lines) {
    logLines(lines);
}
/** The same for lines that may be more than a call has room for arguments. */
function logLines(lines) {
    for (const line of lines)
        process.stdout.write(`${(0,printable/* printableLine */.oy)(line)}\n`);
}
/** Says in the log what became of a payload, in the servers' own layout. */
function logOutcome(outcome) {
    if ((0,report/* isRefusal */.vu)(outcome))
        logLines((0,report_text/* resultLines */.DW)({ appId: outcome.name, findings: outcome.findings }));
    else
        logLines([...(0,report_text/* chainLines */.$d)(outcome), ...(0,report_text/* packageLines */.iN)(outcome), ...(0,report_text/* resultLines */.DW)(outcome), (0,report_text/* verdictLine */.MT)(outcome)]);
}
/** Says in the log what was published of an app, and where. */
function logPublished({ appId, archive, release, store }) {
    if (archive.signature !== undefined)
        log(`Signature for the App Store: ${archive.signature}`);
    if (release)
        log(`Release of ${appId}: ${release.htmlUrl}${release.draft ? ' (a draft that somebody has to publish)' : ''}`);
    if (store)
        log(`App Store: ${appId} is ${store.status}, ${store.url}`);
}
/** Puts an annotation on the run. Message and title are untrusted text; so is the file's path. */
function annotate(level, message, place = {}) {
    const text = (0,printable/* printable */.g$)(message);
    (0,command/* issueCommand */.L)(level, {
        title: place.title && (0,printable/* printable */.g$)(place.title),
        file: place.file && (0,printable/* printable */.g$)(place.file),
        line: place.line,
    }, (0,printable/* shortened */.vI)(text, MAX_MESSAGE));
}
/** What the runner was told already. */
const masked = new Set();
/** Tells the runner to blot these strings out of the log from now on. */
function mask(secrets) {
    // In one write: a key has a hundred forms, and each write is waited for.
    process.stdout.cork();
    for (const secret of secrets)
        if (!masked.has(secret))
            issueCommand('add-mask', {}, secret);
    process.stdout.uncork();
    for (const secret of secrets)
        masked.add(secret);
}


/***/ }),

/***/ 6207:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RZ: () => (/* binding */ matchFolders),
/* harmony export */   oq: () => (/* binding */ matchPaths)
/* harmony export */ });
/* unused harmony export expandGlobs */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6927);
/* harmony import */ var _payload_path_kind__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4390);



const MAGIC = /[*?[\]]/;
/**
 * What an input of paths and globs stands for: one a line, `!` takes out what earlier lines brought in. A line that is the
 * name of something is that, whatever signs are in it.
 *
 * @param lines the input's text
 * @param input its name, for messages
 * @param workspace absolute path that relative ones start from
 * @param expand finds what globs stand for; without it they are taken by the letter, as on a command line
 * @returns at least one match, each once, in the order of the lines; a plain path is there whether it exists or not
 * @throws AppsignError ARTIFACT_MISSING when a glob, or all lines together, match nothing
 */
async function matchPaths(lines, input, workspace, expand) {
    return once(await readLines(lines, input, workspace, expand));
}
/**
 * The folders that an input of paths and globs stands for. A file that a glob finds beside them is passed over; one that a
 * line names is not.
 *
 * @throws AppsignError ARTIFACT_MISSING when a glob, or all lines together, match nothing
 */
async function matchFolders(lines, input, workspace, expand) {
    const all = await readLines(lines, input, workspace, expand);
    const folders = all.map((line) => ({
        ...line,
        matches: line.isGlob ? line.matches.filter(({ path }) => (0,_payload_path_kind__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(path) !== 'file') : line.matches,
    }));
    const found = once(folders);
    return found.length > 0 ? found : once(all);
}
async function readLines(text, input, workspace, expand) {
    const patterns = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    const lines = [];
    for (const [index, pattern] of patterns.entries()) {
        if (expand && pattern.startsWith('!'))
            continue;
        const takenOut = expand ? patterns.slice(index + 1).filter((later) => later.startsWith('!')) : [];
        lines.push(await readLine(pattern, takenOut, input, workspace, expand));
    }
    if (lines.every(({ matches }) => matches.length === 0))
        throw missing(input, patterns);
    return lines;
}
async function readLine(pattern, takenOut, input, workspace, expand) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, pattern);
    const exists = (0,_payload_path_kind__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(path) !== undefined;
    const isGlob = expand !== undefined && MAGIC.test(pattern) && !exists;
    if (isGlob) {
        const found = await expand([pattern], workspace);
        // Said even if other lines match: whoever names it waits for it.
        if (found.length === 0)
            throw missing(input, [pattern]);
        return { isGlob, matches: takenOut.length > 0 ? await expand([pattern, ...takenOut], workspace) : found };
    }
    const isTakenOut = expand && exists && takenOut.length > 0 && (await expand([byLetter(pattern), ...takenOut], workspace)).length === 0;
    return { isGlob, matches: isTakenOut ? [] : [{ path, name: pattern }] };
}
/** A glob that stands for one name. */
function byLetter(name) {
    return name.replace(/[*?[]/g, '[$&]');
}
/** What the first of several lines calls it. */
function once(lines) {
    const matches = new Map();
    for (const match of lines.flatMap((line) => line.matches))
        if (!matches.has(match.path))
            matches.set(match.path, match);
    return [...matches.values()];
}
function missing(input, patterns) {
    const shown = patterns.map((pattern) => `"${pattern}"`).join(', ') || 'it is empty';
    return new _findings_errors__WEBPACK_IMPORTED_MODULE_1__/* .AppsignError */ .xE('ARTIFACT_MISSING', `${input} matches nothing: ${shown}. Is it built before this step? Paths are relative to the workspace.`);
}
/** Globs as every action has them. The toolkit is loaded only here, because it brings all of its network along. */
const expandGlobs = async (patterns, workspace) => {
    const { create } = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(76)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8076));
    const rooted = patterns.map((pattern) => pattern.startsWith('!') ? `!${resolve(workspace, pattern.slice(1))}` : resolve(workspace, pattern));
    const globber = await create(rooted.join('\n'), { implicitDescendants: false, followSymbolicLinks: false });
    const found = await globber.glob();
    return found
        .sort()
        .map((path) => ({ path, name: path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : path }));
};


/***/ }),

/***/ 6610:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ makeLocate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/envelope/envelope.ts
var envelope = __nccwpck_require__(9666);
// EXTERNAL MODULE: ./src/payload/app-info.ts + 1 modules
var app_info = __nccwpck_require__(3219);
// EXTERNAL MODULE: ./src/payload/path-kind.ts
var path_kind = __nccwpck_require__(4390);
// EXTERNAL MODULE: ./src/report/printable.ts
var printable = __nccwpck_require__(9073);
// EXTERNAL MODULE: ./src/report/report.ts
var report = __nccwpck_require__(8850);
// EXTERNAL MODULE: ./src/envelope/json.ts
var envelope_json = __nccwpck_require__(2972);
;// CONCATENATED MODULE: ./src/action/key-lines.ts

/**
 * The line on which each of these keys stands in a JSON text, however it escapes them.
 *
 * @param json the text, laid out in any way
 * @param wanted the keys
 * @returns key → line from 1; the first place of a key counts
 */
function lineOfKeys(json, wanted) {
    const lines = new Map();
    let line = 1;
    const signs = /["\n]/g;
    for (let match = signs.exec(json); match; match = signs.exec(json)) {
        if (match[0] === '\n') {
            line++;
            continue;
        }
        const end = (0,envelope_json/* endOfString */.ap)(json, match.index);
        if (end === undefined)
            break;
        const colon = /\s*:/y;
        colon.lastIndex = end;
        const [between] = colon.exec(json) ?? [];
        signs.lastIndex = end + (between?.length ?? 0);
        if (between === undefined)
            continue;
        const key = decode(json.slice(match.index + 1, end - 1));
        if (key !== undefined && wanted.has(key) && !lines.has(key))
            lines.set(key, line);
        line += between.split('\n').length - 1;
    }
    return lines;
}
function decode(escaped) {
    if (!escaped.includes('\\'))
        return escaped;
    try {
        return JSON.parse(`"${escaped}"`);
    }
    catch {
        // Not JSON after all: then there is no such key.
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: ./src/action/git.ts
var git = __nccwpck_require__(6346);
;// CONCATENATED MODULE: ./src/action/repository.ts






/**
 * The repository at the workspace, or that of a checkout in a folder below it.
 *
 * @param folder absolute path that lies in the checkout
 * @param workspace absolute path of what stands for the checkout where there is no git
 */
function openRepository(folder, workspace, env) {
    const top = topOf(folder, workspace, env);
    const root = realFolder(top ?? workspace);
    const listed = top === undefined ? undefined : (0,git/* askGit */.g)(root, ['ls-files', '-z'], env);
    const tracked = listed === undefined ? undefined : new Set(listed.split('\0'));
    let apps;
    return {
        root,
        has: (path) => (tracked ? tracked.has(path) : (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, path))),
        folderOf: (appId) => {
            apps ??= findApps(root, tracked ?? [app_info/* APP_INFO */.LL]);
            return apps.get(appId);
        },
    };
}
/** The top of a checkout; of a submodule, that of the repository which has it, for that one's commit is annotated. */
function topOf(folder, workspace, env) {
    const ask = (from, what) => (0,git/* askGit */.g)(from, ['rev-parse', what], env)?.replace(/\n$/, '') || undefined;
    const top = ask(folder, '--show-toplevel');
    const above = top && ask(top, '--show-superproject-working-tree');
    return above && pathBelow(workspace, above) !== undefined ? topOf(above, workspace, env) : top;
}
/** A path below a folder as seen from there, forward slashes, `''` for itself; undefined when it lies elsewhere. */
function pathBelow(folder, path) {
    const below = (0,external_node_path_.relative)(realFolder(folder), realFolder(path)).split(external_node_path_.sep).join('/');
    return below === '..' || below.startsWith('../') || /^([A-Za-z]:|\/)/.test(below) ? undefined : below;
}
/** A path without links on its way, where that can be known. */
function realFolder(path) {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch {
        return path;
    }
}
/** Id → folder. Where two folders hold one app, the one nearer to the top. */
function findApps(root, files) {
    const infos = [...files].filter((file) => file === app_info/* APP_INFO */.LL || file.endsWith(`/${app_info/* APP_INFO */.LL}`));
    const apps = new Map();
    for (const info of infos.sort((a, b) => a.split('/').length - b.split('/').length)) {
        const id = readId((0,external_node_path_.join)(root, info));
        if (id !== undefined && !apps.has(id))
            apps.set(id, info.slice(0, -app_info/* APP_INFO */.LL.length).replace(/\/$/, ''));
    }
    return apps;
}
function readId(path) {
    // In the commit, but not on the disk, or no file there.
    const bytes = (0,path_kind/* readSmallFile */.E)(path, app_info/* MAX_APP_INFO_SIZE */.SL);
    try {
        return bytes && (0,app_info/* parseAppInfo */.d1)(bytes).id;
    }
    catch (error) {
        // One that does not say which app it is.
        if (error instanceof errors/* AppsignError */.xE)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/action/places.ts








/** What info.xml says about what was found; everything else that has no file of its own goes to `<id>`. */
const ELEMENTS = {
    LEGACY_SUNSET: 'dependencies',
    V2_LEAVES_OUT_10: 'dependencies',
    SERVER_GUESSED: 'dependencies',
    CERTIFICATE_EXPIRES: 'version',
    CERTIFICATE_EXPIRED: 'version',
    CERTIFICATE_NOT_YET_VALID: 'version',
};
/** What is wrong with signature.json as such. */
const OF_SIGNATURE = ['BAD_SIGNATURE', 'BAD_ALGORITHM'];
/**
 * Finds where in the repository each finding is shown: on its file, when that is in the commit; else on its line of
 * signature.json, when that is; else in info.xml, on the line of what it is about. The app may live in a subfolder, be built
 * elsewhere, or be in an archive: it is known by its id.
 *
 * @param workspace absolute path
 */
function makeLocate(workspace, env) {
    const repositories = new Map();
    const homes = new Map();
    const homeOf = (outcome) => {
        const home = homes.get(outcome) ?? openHome(outcome, workspace, env, repositories);
        homes.set(outcome, home);
        return home;
    };
    return (outcome, finding) => placeOf(homeOf(outcome), finding);
}
function openHome(outcome, workspace, env, repositories) {
    const inside = pathBelow(workspace, outcome.root) !== undefined;
    const start = inside ? folderOf(outcome.root) : workspace;
    const repository = repositories.get(start) ?? openRepository(start, workspace, env);
    repositories.set(start, repository);
    const folder = findFolder(outcome, repository);
    const read = (path) => folder === undefined
        ? ''
        : ((0,path_kind/* readSmallFile */.E)((0,external_node_path_.join)(repository.root, folder, path), envelope/* MAX_ENVELOPE_SIZE */.m)?.toString() ?? '');
    const signed = once(() => {
        const wanted = new Set(outcome.findings.flatMap(({ path }) => (path === undefined ? [] : [path])));
        return lineOfKeys(read(envelope/* APP_SIGNATURE */.t), wanted);
    });
    const info = once(() => withoutComments(read(app_info/* APP_INFO */.LL)));
    return {
        repository,
        folder,
        fallback: (0,printable/* printable */.g$)(pathBelow(repository.root, outcome.root) || (0,external_node_path_.basename)(outcome.root) || app_info/* APP_INFO */.LL),
        signatureLine: (path) => signed().get(path),
        elementLine: (element) => {
            const at = info().search(new RegExp(`<${element}[\\s>/]`));
            return at < 0 ? 1 : info().slice(0, at).split('\n').length;
        },
    };
}
/** The payload's own folder, when that is in the commit; else the one of the app with that id. */
function findFolder(outcome, repository) {
    const own = pathBelow(repository.root, outcome.root);
    if (own !== undefined && repository.has((0,external_node_path_.join)(own, app_info/* APP_INFO */.LL)))
        return own;
    return (0,report/* isRefusal */.vu)(outcome) ? undefined : repository.folderOf(outcome.appId);
}
function placeOf({ repository, folder, fallback, signatureLine, elementLine }, finding) {
    if (folder === undefined)
        return { path: fallback, line: 1 };
    const inRepository = (path) => (folder === '' ? path : `${folder}/${path}`);
    const isShown = (path) => repository.has(inRepository(path)) && (0,printable/* printable */.g$)(path) === path;
    const path = finding?.path;
    if (path !== undefined && isShown(path))
        return { path: inRepository(path), line: 1 };
    if (repository.has(inRepository(envelope/* APP_SIGNATURE */.t))) {
        if (path !== undefined)
            return { path: inRepository(envelope/* APP_SIGNATURE */.t), line: signatureLine(path) ?? 1 };
        if (finding && OF_SIGNATURE.includes(finding.code))
            return { path: inRepository(envelope/* APP_SIGNATURE */.t), line: 1 };
    }
    const element = path === undefined && finding ? (ELEMENTS[finding.code] ?? 'id') : 'id';
    return { path: inRepository(app_info/* APP_INFO */.LL), line: elementLine(element) };
}
function folderOf(path) {
    let folder = path;
    while ((0,path_kind/* kindOf */.I)(folder) !== 'folder' && (0,external_node_path_.dirname)(folder) !== folder)
        folder = (0,external_node_path_.dirname)(folder);
    return folder;
}
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
/** The same lines, with nothing where comments were. */
function withoutComments(xml) {
    const [first = '', ...parts] = xml.split('<!--');
    return parts.reduce((text, part) => {
        const end = part.indexOf('-->');
        const comment = end < 0 ? part : part.slice(0, end);
        return text + comment.replace(/[^\n]/g, '') + (end < 0 ? '' : part.slice(end + 3));
    }, first);
}


/***/ }),

/***/ 7128:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: readSecrets

// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: ./src/action/input-values.ts
var input_values = __nccwpck_require__(7233);
;// CONCATENATED MODULE: ./src/action/inputs.ts
/** What is still told when the inputs themselves can not be read. */
const DEFAULT_REPORTING = {
    annotations: 'commands',
    checkName: 'App signature',
    report: [],
    failOn: 'error',
    githubToken: '',
};

;// CONCATENATED MODULE: ./src/action/read-inputs.ts



/** Everything secret among the inputs, to be masked before anything else happens. */
function readSecrets(read) {
    const others = [read('private-key-passphrase'), read('github-token').trim(), read('app-store-token').trim()];
    const privateKey = read('private-key');
    return { privateKeys: keysOf(privateKey), others: others.filter((secret) => secret !== '') };
}
/** Each key by itself; what begins like a map of keys and is none is still masked as it is. */
function keysOf(privateKey) {
    try {
        const keys = readMap('private-key', privateKey);
        if (keys)
            return [...keys.values()];
    }
    catch {
        // readInputs says so.
    }
    return privateKey === '' ? [] : [privateKey];
}
/**
 * Reads and validates all inputs. All defaults stand here, beside action.yml.
 *
 * @throws AppsignError INPUT_INVALID or KEY_MISSING, naming the input
 */
function readInputs(read) {
    const text = (name, fallback = '') => read(name).trim() || fallback;
    const mode = (0,input_values/* oneOf */.yL)('mode', text('mode', 'sign'), ['sign', 'verify', 'check', 'merge']);
    if (mode === 'merge')
        return { ...readReporting(text), mode, path: (0,input_values/* required */.mw)('path', text('path')) };
    const server = (0,input_values/* oneOf */.yL)('server', text('server', 'auto'), ['auto', 'nextcloud', 'owncloud']);
    const common = {
        path: text('path', '.'),
        scope: (0,input_values/* oneOf */.yL)('scope', text('scope', 'app'), ['app', 'server']),
        server: server === 'auto' ? undefined : server,
        trustedAuthorities: text('trusted-authorities') || undefined,
        expiryWarningDays: (0,input_values/* wholeNumber */.rD)('expiry-warning-days', text('expiry-warning-days', '60')),
        revocation: (0,input_values/* oneOf */.yL)('revocation', text('revocation', 'auto'), ['auto', 'bundled', 'off']),
        ...readReporting(text),
    };
    const format = (0,input_values/* oneOf */.yL)('format', text('format', 'auto'), ['auto', 'legacy', 'v2']);
    // Verifying reads the format from the file.
    if (mode === 'verify')
        return { ...common, mode };
    const payload = {
        certificateChain: text('certificate-chain') || undefined,
        format: format === 'auto' ? undefined : format,
        exclude: text('exclude') || undefined,
    };
    if (mode === 'check') {
        assertApps(common.scope);
        return { ...common, ...payload, mode, certificate: text('certificate') || undefined };
    }
    return {
        ...common,
        ...payload,
        mode,
        privateKey: keyText((0,input_values/* required */.mw)('private-key', text('private-key'))),
        // Not trimmed: a passphrase may begin or end with a blank.
        privateKeyPassphrase: read('private-key-passphrase') || undefined,
        certificate: text('certificate') || undefined,
        package: (0,input_values/* packageName */.oZ)(text('package')),
        artifact: text('artifact') || undefined,
        ...readRelease(read, text),
    };
}
/** @throws AppsignError INPUT_INVALID */
function assertApps(scope) {
    if (scope === 'app')
        return;
    throw new errors/* AppsignError */.xE('INPUT_INVALID', 'scope is "server", and mode is "check", which rehearses apps only. Use mode: verify for a server that is signed, or leave scope out.');
}
/** PEM, or a map of keys that can be read. @throws AppsignError INPUT_INVALID */
function keyText(value) {
    (0,input_values/* readMap */.l8)('private-key', value);
    return value;
}
function readRelease(read, text) {
    const releaseAsset = (0,input_values/* flag */.Jt)('release-asset', text('release-asset'));
    const appStoreToken = text('app-store-token') || undefined;
    const appStoreDownloadUrl = text('app-store-download-url') || undefined;
    if (releaseAsset)
        (0,input_values/* required */.mw)('package', text('package'), 'release-asset is true');
    if (appStoreToken && !appStoreDownloadUrl && !releaseAsset)
        (0,input_values/* required */.mw)('app-store-download-url', '', 'app-store-token is given, and release-asset is not true');
    if (appStoreToken && !text('artifact'))
        (0,input_values/* required */.mw)('package', text('package'), 'app-store-token is given');
    return {
        expectedVersion: read('expected-version').trim() || undefined,
        releaseAsset,
        appStoreToken,
        appStoreDownloadUrl,
        appStoreNightly: (0,input_values/* flag */.Jt)('app-store-nightly', text('app-store-nightly')),
    };
}
function readReporting(text) {
    return {
        annotations: (0,input_values/* oneOf */.yL)('annotations', text('annotations', 'auto'), ['auto', 'check-run', 'commands', 'none']),
        checkName: text('check-name', DEFAULT_REPORTING.checkName),
        report: (0,input_values/* lines */.Mn)(text('report')).map(input_values/* reportName */.e6),
        failOn: (0,input_values/* oneOf */.yL)('fail-on', text('fail-on', DEFAULT_REPORTING.failOn), ['error', 'warning', 'never']),
        githubToken: text('github-token'),
    };
}


/***/ }),

/***/ 4250:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ writeReports)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: ./src/payload/atomic-write.ts
var atomic_write = __nccwpck_require__(3907);
;// CONCATENATED MODULE: ./src/version.ts
/** Of appsign, as in package.json. */
const VERSION = '0.1.0';

// EXTERNAL MODULE: ./src/action/log.ts + 1 modules
var log = __nccwpck_require__(7418);
;// CONCATENATED MODULE: ./src/action/report-files.ts






/**
 * Writes the report in each of the forms that were asked for. One that can not be written is a warning: the verdict stands
 * whether it could be told or not.
 *
 * @param paths relative to the workspace or absolute; the ending picks the form
 * @returns absolute paths of those that were written
 */
async function writeReports(paths, outcomes, { now, verdict }, locate, workspace) {
    const written = [];
    for (const path of paths) {
        const target = (0,external_node_path_.resolve)(workspace, path);
        try {
            const text = await formatReport(endingOf(path), outcomes, { version: VERSION, now, verdict }, locate);
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
            await (0,atomic_write/* writeAtomically */.v)(target, [text], path, async (readBack) => void readBack());
            written.push(target);
        }
        catch (error) {
            (0,log/* annotate */.fz)('warning', `The report "${path}" was not written: ${(0,errors/* reasonOf */.A3)(error)}`, { title: 'appsign' });
        }
    }
    return written;
}
/** Lower case, with its dot. A name that is nothing but an ending has one, too. */
function endingOf(path) {
    return path.slice(path.lastIndexOf('.')).toLowerCase();
}
/** Each form is loaded only when it is asked for. */
async function formatReport(ending, outcomes, facts, locate) {
    switch (ending) {
        case '.json':
            return (await __nccwpck_require__.e(/* import() */ 961).then(__nccwpck_require__.bind(__nccwpck_require__, 4961))).reportJson(outcomes, facts);
        case '.sarif':
            return (await __nccwpck_require__.e(/* import() */ 966).then(__nccwpck_require__.bind(__nccwpck_require__, 966))).reportSarif(outcomes, facts, locate);
        case '.md':
            return (await __nccwpck_require__.e(/* import() */ 915).then(__nccwpck_require__.bind(__nccwpck_require__, 4915))).summaryMarkdown(outcomes, { now: facts.now });
        default:
            return (await __nccwpck_require__.e(/* import() */ 816).then(__nccwpck_require__.bind(__nccwpck_require__, 6816))).resultDocument(outcomes);
    }
}


/***/ }),

/***/ 6571:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ listAddresses),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./src/pki/authorities.ts + 1 modules
var authorities = __nccwpck_require__(4206);
// EXTERNAL MODULE: ./src/net/fetch-bytes.ts
var fetch_bytes = __nccwpck_require__(9773);
;// CONCATENATED MODULE: ./src/pki/fetch-list.ts

/** Bytes. The largest list today has 4 KB; what is larger than this is something else. */
const MAX_LIST_SIZE = 4 * 1024 * 1024;
/** ownCloud 11 waits as long for an answer (SPEC 4). One more try after the first, at once: the bundled list is there. */
const LIMITS = { size: MAX_LIST_SIZE, timeout: 10_000, pauses: [0] };
/**
 * Fetches a revocation list over https. Redirects are not followed (SPEC 4); one retry after a failure.
 *
 * @param url https only
 * @returns the body, not yet looked at
 * @throws Error that says what went wrong, in one line
 */
const fetchList = (url) => (0,fetch_bytes/* fetchBytes */.c)(url, LIMITS, () => Promise.resolve());

// EXTERNAL MODULE: ./src/pki/source.ts
var source = __nccwpck_require__(707);
// EXTERNAL MODULE: ./src/action/verify-run.ts + 1 modules
var verify_run = __nccwpck_require__(1120);
;// CONCATENATED MODULE: ./src/action/run.ts




/**
 * The vendors' addresses, or those that a mirror's users set in the environment. What comes from there counts only with the
 * vendor's signature.
 */
function listAddresses(env) {
    return {
        nextcloud: env.APPSIGN_NEXTCLOUD_CRL_URL || authorities/* LIST_ADDRESSES */.mx.nextcloud,
        owncloud: env.APPSIGN_OWNCLOUD_CRL_URL || authorities/* LIST_ADDRESSES */.mx.owncloud,
    };
}
/**
 * Does what the inputs ask for, and yields what became of each payload as soon as it is known: of what was signed first,
 * then of the artifacts, then what was published. A payload that fails does not hide the others.
 *
 * @throws AppsignError for what makes it impossible to look at any payload
 */
async function* run(inputs, surroundings) {
    if (inputs.mode === 'merge') {
        const { readReports } = await __nccwpck_require__.e(/* import() */ 743).then(__nccwpck_require__.bind(__nccwpck_require__, 1743));
        return yield* readReports(inputs.path, surroundings);
    }
    const trust = trustOf(inputs, surroundings);
    if (inputs.mode === 'verify')
        return yield* (0,verify_run/* verifyAll */.V)(inputs.path, 'path', inputs.scope, trust, surroundings);
    // Loaded only by runs that sign or rehearse it.
    if (inputs.mode === 'check')
        return yield* (await Promise.all(/* import() */[__nccwpck_require__.e(164), __nccwpck_require__.e(970)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1970))).checkAll(inputs, trust, surroundings);
    yield* (await Promise.all(/* import() */[__nccwpck_require__.e(164), __nccwpck_require__.e(240)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6240))).signAll(inputs, trust, surroundings);
}
function trustOf(inputs, { workspace, now, addresses }) {
    const trusted = inputs.trustedAuthorities
        ? (0,source/* loadCertificates */.v)(inputs.trustedAuthorities, 'trusted-authorities', workspace)
        : [];
    const fetched = new Map();
    return {
        authorities: [...(0,authorities/* bundledAuthorities */.uy)(addresses), ...(trusted.length > 0 ? [(0,authorities/* customAuthority */.fm)(trusted)] : [])],
        server: inputs.server,
        // Once a run is enough, however many payloads it has.
        revocation: {
            mode: inputs.revocation,
            fetch: (url) => {
                const list = fetched.get(url) ?? fetchList(url);
                fetched.set(url, list);
                return list;
            },
        },
        now,
        expiryWarningDays: inputs.expiryWarningDays,
    };
}


/***/ }),

/***/ 1120:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ verifyAll)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: ./src/payload/folder.ts + 4 modules
var folder = __nccwpck_require__(3341);
// EXTERNAL MODULE: ./src/payload/path-kind.ts
var path_kind = __nccwpck_require__(4390);
;// CONCATENATED MODULE: ./src/payload/open.ts


/**
 * Opens what is to be verified: a folder, or an archive.
 *
 * @param path absolute
 * @param name the path as the user gave it, for messages
 * @param isCheckout whether a folder is the checkout that the run is for
 * @throws AppsignError PAYLOAD_UNREADABLE, ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE
 */
async function openPayload(path, name, isCheckout, { scope = 'app', limits, progress } = {}) {
    if ((0,path_kind/* kindOf */.I)(path) !== 'file')
        return { ...(0,folder/* openFolder */.N)(path, name, isCheckout, scope), progress };
    // Only some runs need the readers of archives and the libraries behind them.
    const { openArchive } = await Promise.all(/* import() */[__nccwpck_require__.e(644), __nccwpck_require__.e(428)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6644));
    return openArchive(path, name, limits, scope, progress);
}

// EXTERNAL MODULE: ./src/report/report.ts
var report = __nccwpck_require__(8850);
// EXTERNAL MODULE: ./src/verify.ts
var verify = __nccwpck_require__(5538);
// EXTERNAL MODULE: ./src/action/attempt.ts
var attempt = __nccwpck_require__(5183);
// EXTERNAL MODULE: ./src/action/patterns.ts
var action_patterns = __nccwpck_require__(6207);
;// CONCATENATED MODULE: ./src/action/verify-run.ts








/**
 * Verifies everything that the patterns of an input stand for.
 *
 * @throws AppsignError ARTIFACT_MISSING when they stand for nothing
 */
async function* verifyAll(patterns, input, scope, trust, { workspace, expand, watch }) {
    for (const match of await (0,action_patterns/* matchPaths */.oq)(patterns, input, workspace, expand)) {
        const open = (progress) => openMatch(match, input, scope, workspace, progress);
        if (scope === 'server')
            yield* verifyServerAt(match, open, trust, watch);
        else
            yield await (0,attempt/* attempt */.C)(match, 'verify', watch, async (progress) => (0,verify/* verify */.MX)(await open(progress), trust));
    }
}
/** Loaded only for whole servers. */
async function* verifyServerAt({ path, name }, open, trust, watch) {
    const { verifyServer } = await __nccwpck_require__.e(/* import() */ 192).then(__nccwpck_require__.bind(__nccwpck_require__, 6192));
    const watched = watch?.(name);
    try {
        for await (const outcome of verifyServer(await open(watched?.progress), trust))
            yield outcome;
    }
    catch (error) {
        yield (0,report/* refuse */.TR)(name, path, (0,errors/* asAppsignError */.RS)(error), 'verify');
    }
    finally {
        watched?.end();
    }
}
function openMatch({ path, name }, input, scope, workspace, progress) {
    if (input === 'artifact' && !(0,external_node_fs_.existsSync)(path))
        throw new errors/* AppsignError */.xE('ARTIFACT_MISSING', `artifact "${name}" does not exist. Is it built before this step? Paths are relative to the workspace.`);
    return openPayload(path, name, path === (0,external_node_path_.resolve)(workspace), { scope, progress });
}


/***/ }),

/***/ 1506:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ readArguments),
/* harmony export */   u: () => (/* binding */ USAGE)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6927);




/** `appsign help` */
const USAGE = `appsign signs and verifies Nextcloud and ownCloud apps.

  appsign sign [FOLDER] --private-key FILE --certificate FILE [options]
  appsign verify [FOLDER or ARCHIVE] [options]
  appsign check [FOLDER] [options]    rehearse signing, without a key; writes nothing
  appsign throwaway APP_ID FOLDER     a test key and certificate: APP_ID.key, APP_ID.crt, root.crt

Options, as in the action:
  --scope app|server                  apps, or a whole server
  --server nextcloud|owncloud|auto
  --format legacy|v2|auto
  --expected-version VERSION          that info.xml must have
  --certificate-chain FILE            intermediates, for format v2
  --revocation auto|bundled|off
  --exclude PATTERNS                  what not to ship, as in .gitignore, one a line
  --package FILE.tar.gz               write this, too; {id} and {version} are filled in
  --artifact FILES                    archives to verify after signing
  --trusted-authorities FILE          further root certificates
  --expiry-warning-days DAYS
  --report FILES                      .json, .sarif, .md or .txt, one a line
  --fail-on error|warning|never

The key may also come as text in the environment variable APPSIGN_PRIVATE_KEY,
its passphrase in APPSIGN_PRIVATE_KEY_PASSPHRASE (never as an argument: other users see those).
Exit codes: 0 passed, 1 failed, 2 could not be done.
`;
const OPTIONS = {
    'private-key': { type: 'string' },
    certificate: { type: 'string' },
    'certificate-chain': { type: 'string' },
    scope: { type: 'string' },
    server: { type: 'string' },
    format: { type: 'string' },
    exclude: { type: 'string' },
    package: { type: 'string' },
    artifact: { type: 'string' },
    revocation: { type: 'string' },
    'trusted-authorities': { type: 'string' },
    'expected-version': { type: 'string' },
    'expiry-warning-days': { type: 'string' },
    report: { type: 'string' },
    'fail-on': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
};
/**
 * Reads the command line into the same inputs that the action has.
 *
 * @param args without node and script
 * @param env for the key and its passphrase
 * @throws AppsignError INPUT_INVALID
 */
function readArguments(args, env) {
    const { values, positionals } = parse(args);
    const [name = 'help', first, second, ...more] = positionals;
    if (values.help || name === 'help')
        return { name: 'help' };
    if (name === 'throwaway') {
        if (!first || !second)
            throw new _findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .AppsignError */ .xE('INPUT_INVALID', 'throwaway takes an app id and a folder.');
        return { name, appId: first, folder: second };
    }
    if (name !== 'sign' && name !== 'verify' && name !== 'check')
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .AppsignError */ .xE('INPUT_INVALID', `There is no command "${name}". See appsign help.`);
    if (second !== undefined || more.length > 0)
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .AppsignError */ .xE('INPUT_INVALID', `${name} takes one folder. See appsign help.`);
    const key = values['private-key'] === undefined ? env.APPSIGN_PRIVATE_KEY : readKeyFile(values['private-key']);
    if (name === 'sign' && !key)
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .AppsignError */ .xE('KEY_MISSING', 'There is no key to sign with. Give its file as --private-key, or its text in the environment variable APPSIGN_PRIVATE_KEY.');
    const inputs = {
        ...values,
        help: undefined,
        mode: name,
        path: first,
        'private-key': key,
        'private-key-passphrase': env.APPSIGN_PRIVATE_KEY_PASSPHRASE,
    };
    return { name, read: (input) => inputs[input] ?? '' };
}
function parse(args) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_2__.parseArgs)({ args: [...args], options: OPTIONS, allowPositionals: true });
    }
    catch (error) {
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .AppsignError */ .xE('INPUT_INVALID', `${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(error).replace(/\.?$/, '.')} See appsign help.`, error);
    }
}
/** Bytes. The largest key, encrypted, has 4 KB. */
const MAX_KEY_SIZE = 64 * 1024;
function readKeyFile(path) {
    try {
        return readAtMost(path, MAX_KEY_SIZE);
    }
    catch (error) {
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .AppsignError */ .xE('INPUT_INVALID', `--private-key takes a file's path, and this one can not be read: ${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) ?? 'unknown reason'}`, error);
    }
}
/** In pieces, so that a pipe works and an endless file ends. */
function readAtMost(path, limit) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
    try {
        const bytes = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(limit);
        let length = 0;
        for (let read = -1; read !== 0 && length < limit; length += read)
            read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(file, bytes, length, limit - length, null);
        return bytes.toString('utf8', 0, length);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}


/***/ }),

/***/ 2957:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _action_log__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7418);
/* harmony import */ var _action_places__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6610);
/* harmony import */ var _action_read_inputs__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7128);
/* harmony import */ var _action_report_files__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4250);
/* harmony import */ var _action_run__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6571);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6927);
/* harmony import */ var _findings_verdict__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(7167);
/* harmony import */ var _pki_throwaway__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5583);
/* harmony import */ var _report_printable__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(9073);
/* harmony import */ var _report_report__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(8850);
/* harmony import */ var _arguments__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(1506);













/** Exit codes: a payload that failed is another thing than a run that could not be. */
const FAILED = 1;
const IMPOSSIBLE = 2;
// Whoever reads may stop reading; the exit code is the verdict all the same.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
try {
    process.exitCode = await perform((0,_arguments__WEBPACK_IMPORTED_MODULE_9__/* .readArguments */ .l)(process.argv.slice(2), process.env));
}
catch (error) {
    const { message, findings } = (0,_findings_errors__WEBPACK_IMPORTED_MODULE_7__/* .asAppsignError */ .RS)(error);
    for (const { message: line, hint = '' } of findings)
        print(`${line} ${hint}`.trim());
    process.stderr.write(`appsign: ${(0,_report_printable__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g$)(message)}\n`);
    process.exitCode = IMPOSSIBLE;
}
async function perform(command) {
    switch (command.name) {
        case 'help':
            process.stdout.write(_arguments__WEBPACK_IMPORTED_MODULE_9__/* .USAGE */ .u);
            return 0;
        case 'throwaway':
            writeThrowaway(command.appId, command.folder);
            return 0;
        case 'sign':
        case 'verify':
        case 'check':
            return look((0,_action_read_inputs__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .K)(command.read));
    }
}
/** @returns the exit code */
async function look(inputs) {
    const { env } = process;
    const workspace = process.cwd();
    const now = new Date();
    // Nothing is masked: a terminal shows what its user has, and no message holds a word of the key.
    const surroundings = { workspace, now, env, addresses: (0,_action_run__WEBPACK_IMPORTED_MODULE_6__/* .listAddresses */ .Z)(env), mask: () => undefined };
    const outcomes = [];
    for await (const outcome of (0,_action_run__WEBPACK_IMPORTED_MODULE_6__/* .run */ .e)(inputs, surroundings)) {
        if ('archive' in outcome) {
            (0,_action_log__WEBPACK_IMPORTED_MODULE_2__/* .logPublished */ .pe)(outcome);
            continue;
        }
        outcomes.push(outcome);
        (0,_action_log__WEBPACK_IMPORTED_MODULE_2__/* .logOutcome */ .fW)(outcome);
        for (const { message, hint = '' } of outcome.findings)
            print(`${message} ${hint}`.trim());
        if ((0,_report_report__WEBPACK_IMPORTED_MODULE_11__/* .isRefusal */ .vu)(outcome))
            process.stderr.write(`appsign: ${(0,_report_printable__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g$)(outcome.error.message)}\n`);
    }
    const facts = { now, verdict: (0,_report_report__WEBPACK_IMPORTED_MODULE_11__/* .verdictOfAll */ .O1)(outcomes) };
    await (0,_action_report_files__WEBPACK_IMPORTED_MODULE_5__/* .writeReports */ .L)(inputs.report, outcomes, facts, (0,_action_places__WEBPACK_IMPORTED_MODULE_3__/* .makeLocate */ .l)(workspace, env), workspace);
    if (outcomes.some(_report_report__WEBPACK_IMPORTED_MODULE_11__/* .isRefusal */ .vu))
        return IMPOSSIBLE;
    return outcomes.some(({ findings }) => (0,_findings_verdict__WEBPACK_IMPORTED_MODULE_12__/* .failsOn */ .H)(findings, inputs.failOn)) ? FAILED : 0;
}
function print(line) {
    process.stdout.write(`${(0,_report_printable__WEBPACK_IMPORTED_MODULE_10__/* .printableLine */ .oy)(line)}\n`);
}
function writeThrowaway(appId, folder) {
    if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(appId))
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_7__/* .AppsignError */ .xE('INPUT_INVALID', `"${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_7__/* .quoted */ .TL)(appId)}" is no app id. It may have letters, digits, "_", "." and "-".`);
    const throwaway = (0,_pki_throwaway__WEBPACK_IMPORTED_MODULE_8__/* .makeThrowaway */ .X)(appId, new Date());
    const files = {
        [`${appId}.key`]: throwaway.privateKey,
        [`${appId}.crt`]: throwaway.certificate,
        'root.crt': throwaway.rootCertificate,
    };
    const existing = Object.keys(files).find((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)));
    if (existing)
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_7__/* .AppsignError */ .xE('WRITE_FAILED', `"${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, existing)}" exists already, and a key that is overwritten is lost. Choose another folder.`);
    try {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
        for (const [name, content] of Object.entries(files))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), content, { flag: 'wx', mode: name.endsWith('.key') ? 0o600 : 0o644 });
    }
    catch (error) {
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_7__/* .AppsignError */ .xE('WRITE_FAILED', `"${folder}" can not be written to: ${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_7__/* .reasonOf */ .A3)(error)}. Choose a folder whose parent exists.`, error);
    }
    print(`Wrote ${appId}.key, ${appId}.crt and root.crt to ${folder}. No server trusts them.`);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9666:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ MAX_ENVELOPE_SIZE),
/* harmony export */   t: () => (/* binding */ APP_SIGNATURE)
/* harmony export */ });
/** Where an app's envelope stands, relative to the payload's root (SPEC 1). */
const APP_SIGNATURE = 'appinfo/signature.json';
/** Bytes. A server with 300,000 files needs 60 MB; what is larger is not a signature file. */
const MAX_ENVELOPE_SIZE = 128 * 1024 * 1024;


/***/ }),

/***/ 2972:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ hashesSpan),
/* harmony export */   KA: () => (/* binding */ isUnicode),
/* harmony export */   XQ: () => (/* binding */ rawMember),
/* harmony export */   ap: () => (/* binding */ endOfString),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH),
/* harmony export */   sw: () => (/* binding */ decodeJsonObject)
/* harmony export */ });
/* harmony import */ var _findings_json_value__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7306);

/** Nesting at which PHP's `json_decode` gives up. */
const MAX_DEPTH = 512;
/**
 * Decodes a file as PHP's `json_decode` would, or more strictly: UTF-8 without a byte order mark, no half surrogate pair,
 * not nested deeper than PHP goes.
 *
 * @returns undefined when that is no object
 */
function decodeJsonObject(bytes) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        const members = JSON.parse(text);
        if (!(0,_findings_json_value__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(members) || depthOf(text) >= MAX_DEPTH || !isUnicode(text))
            return undefined;
        return { text, members };
    }
    catch {
        // What the parser says would quote the file; that it is no JSON is all that the servers say.
        return undefined;
    }
}
function* tokensOf(text, from = 0) {
    const signs = /["{}[\]]/g;
    signs.lastIndex = from;
    for (let match = signs.exec(text); match; match = signs.exec(text)) {
        const end = match[0] === '"' ? endOfString(text, match.index) : match.index + 1;
        if (end === undefined)
            return;
        yield { token: text.slice(match.index, end), start: match.index, end };
        signs.lastIndex = end;
    }
}
/**
 * Where a string of JSON ends. By hand, because a regular expression fills its stack after some million escapes.
 *
 * @param open the index of its opening quote
 * @returns the index behind its closing quote, undefined when there is none
 */
function endOfString(text, open) {
    for (let quote = text.indexOf('"', open + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
        let first = quote;
        while (first > open + 1 && text[first - 1] === '\\')
            first--;
        if ((quote - first) % 2 === 0)
            return quote + 1;
    }
    return undefined;
}
function depthOf(text) {
    // Most files open three braces in all; only one that opens many is looked at.
    if ((text.match(/[{[]/g)?.length ?? 0) < MAX_DEPTH)
        return 0;
    let depth = 0;
    let deepest = 0;
    for (const { token } of tokensOf(text)) {
        if (token === '{' || token === '[')
            deepest = Math.max(deepest, ++depth);
        else if (token === '}' || token === ']')
            depth--;
    }
    return deepest;
}
/** JavaScript lets `"\ud800"` pass, PHP refuses the whole file. */
function isUnicode(text) {
    if (!/\\u[dD][89a-fA-F]/.test(text))
        return true;
    for (const { token } of tokensOf(text)) {
        if (token.startsWith('"') && !JSON.parse(token).isWellFormed())
            return false;
    }
    return true;
}
/**
 * The text of the value of `hashes`, found as ownCloud 11 finds it (SPEC 4): the first string that is spelled exactly
 * `"hashes"`, letter by letter, where one brace is open (brackets do not count), and behind it an object up to its
 * balancing brace. What JSON itself would take for the key, with escapes or a second time, does not matter.
 *
 * @param text valid JSON
 * @returns undefined when there is no such object: then the server says that there is no signature data
 */
function hashesSpan(text) {
    let depth = 0;
    for (const { token, end } of tokensOf(text)) {
        if (token === '{')
            depth++;
        else if (token === '}')
            depth--;
        else if (depth === 1 && token === '"hashes"') {
            const value = matchAt(/[ \t\n\r\v\f]*:?[ \t\n\r\v\f]*(?=\{)/y, text, end);
            return value ? balanced(text, end + value[0].length) : undefined;
        }
    }
    return undefined;
}
function matchAt(pattern, text, index) {
    pattern.lastIndex = index;
    return pattern.exec(text);
}
function balanced(text, start) {
    let depth = 0;
    for (const { token, end } of tokensOf(text, start)) {
        if (token === '{')
            depth++;
        if (token === '}' && --depth === 0)
            return text.slice(start, end);
    }
    return undefined;
}
/**
 * The text of a member's value at the top of an object, as it is spelled: `2`, `2.0` and `"2"` are different there.
 *
 * @param text valid JSON, an object
 * @returns undefined when there is no such member; of several the last, as in every decoder
 */
function rawMember(text, key) {
    let depth = 0;
    let found;
    for (const { token, end } of tokensOf(text)) {
        if (token === '{' || token === '[')
            depth++;
        else if (token === '}' || token === ']')
            depth--;
        else if (depth === 1 && JSON.parse(token) === key) {
            const colon = matchAt(/\s*:\s*/y, text, end);
            if (colon)
                found = scalarAt(text, end + colon[0].length);
        }
    }
    return found;
}
/** A string with its quotes, or a word as it is spelled; empty where an object or a list begins. */
function scalarAt(text, index) {
    if (text[index] === '"')
        return text.slice(index, endOfString(text, index));
    return matchAt(/[^\s,{}[\]]*/y, text, index)?.[0] ?? '';
}


/***/ }),

/***/ 5441:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makeLegacyEnvelope),
  f: () => (/* binding */ verifyLegacyEnvelope)
});

// EXTERNAL MODULE: ./src/manifest/php-json.ts
var php_json = __nccwpck_require__(9712);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: ./src/manifest/byte-order.ts
var byte_order = __nccwpck_require__(7602);
// EXTERNAL MODULE: ./src/manifest/php-number.ts
var php_number = __nccwpck_require__(163);
;// CONCATENATED MODULE: ./src/manifest/php-order.ts



/**
 * Names in the order of PHP's `ksort` (SPEC 3): by UTF-8 bytes, but two numeric strings as numbers. That relation need not
 * be an order; a set of names for which it is none is refused, because what PHP makes of it depends on the order in which
 * the folder was listed.
 *
 * @param names in any order, all different
 * @throws AppsignError PAYLOAD_NOT_SIGNABLE naming the files
 */
function sortLikePhp(names) {
    // Between two neighbouring numeric names without any other name between them the numbers decide; a numeric and another
    // name are always compared by bytes. So the whole is an order exactly when the numbers also rise from one run of numeric
    // names to the next: otherwise the name between them closes a circle.
    const ordered = [];
    const numeric = [];
    let run = [];
    const closeRun = () => {
        run.sort(compareNumeric);
        for (const entry of run) {
            ordered.push(entry.name);
            numeric.push(entry);
        }
        run = [];
    };
    for (const name of (0,byte_order/* sortByBytes */.n)(names)) {
        const number = (0,php_number/* phpNumber */.W)(name);
        if (number)
            run.push({ name, number });
        else {
            if (run.length > 0)
                closeRun();
            ordered.push(name);
        }
    }
    closeRun();
    assertRising(numeric);
    return ordered;
}
/*
 * Integers of 64 bits are ordered among themselves, and so are doubles and integers that a double holds exactly:
 * neighbours are enough. Beyond, PHP's comparison is no order any more, and every pair is looked at.
 */
function assertRising(numeric) {
    const anyDouble = numeric.some(({ number }) => number.kind === 'double');
    const inexact = ({ number }) => anyDouble && !(Math.abs(Number(number.value)) <= Number.MAX_SAFE_INTEGER);
    for (const [index, entry] of numeric.entries()) {
        if (inexact(entry))
            for (const before of numeric.slice(0, index))
                assertBefore(before, entry);
        const after = inexact(entry) ? numeric.slice(index + 1) : numeric.slice(index + 1, index + 2);
        for (const next of after)
            assertBefore(entry, next);
    }
}
function assertBefore(a, b) {
    if (compareNumeric(a, b) < 0)
        return;
    throw new errors/* AppsignError */.xE('PAYLOAD_NOT_SIGNABLE', `The order of the files "${a.name}" and "${b.name}" is ambiguous: PHP compares names that look like numbers as numbers, so the signature would depend on how a server lists the folder. Rename one of them, for example to "file-${b.name.trim()}".`);
}
/** PHP's comparison of two array keys that are numeric strings or integers. */
function compareNumeric(a, b) {
    const { number: x } = a;
    const { number: y } = b;
    if (x.kind === 'int' && y.kind === 'int')
        return x.value < y.value ? -1 : x.value > y.value ? 1 : 0;
    if ((0,php_number/* isIntegerKey */.y)(a.name) || (0,php_number/* isIntegerKey */.y)(b.name))
        return Number(x.value) - Number(y.value);
    const overflow = [x, y].map((number) => (number.kind === 'double' ? number.overflow : 0));
    if (overflow[0] !== 0 && overflow[0] === overflow[1] && Number(x.value) === Number(y.value))
        return (0,byte_order/* compareBytes */.X)(a.name, b.name);
    if (x.kind === 'int' && overflow[1])
        return -overflow[1];
    if (y.kind === 'int' && overflow[0])
        return overflow[0];
    const difference = Number(x.value) - Number(y.value);
    if (x.kind === 'double' && y.kind === 'double' && x.value === y.value && !Number.isFinite(x.value))
        return (0,byte_order/* compareBytes */.X)(a.name, b.name);
    return difference;
}

// EXTERNAL MODULE: ./src/pki/pem.ts
var pem = __nccwpck_require__(2166);
// EXTERNAL MODULE: ./src/envelope/scheme.ts
var scheme = __nccwpck_require__(485);
;// CONCATENATED MODULE: ./src/envelope/legacy.ts




/**
 * A legacy signature.json for a manifest: exactly what `occ integrity:sign-app` would write (SPEC 3).
 *
 * @param hashes relative path → SHA-512 in hex, in any order
 * @param key the RSA private key
 * @param leaf its certificate
 * @returns the text in pieces, ASCII, no newline at the end; a server's is too long to have it in one
 * @throws AppsignError PAYLOAD_NOT_SIGNABLE when PHP's order of the names is ambiguous, KEY_INVALID for a key of another kind
 */
function makeLegacyEnvelope(hashes, key, leaf) {
    const paths = sortLikePhp(hashes.keys());
    const signature = (0,scheme/* signLegacy */.$s)((0,php_json/* encodePhpJson */.Dk)(paths, hashes), key);
    const certificate = (0,pem/* formatPem */.uy)({ label: 'CERTIFICATE', headers: [], base64: leaf.der.toString('base64') }, '\r\n');
    return (0,php_json/* prettyPhpJson */.XD)(paths, hashes, signature.toString('base64'), certificate);
}
/**
 * Verifies the signature over the hashes of an envelope: they are sorted and encoded anew, the bytes in the file do not
 * matter (SPEC 3, step 5).
 *
 * @returns false for a wrong signature
 * @throws AppsignError PAYLOAD_NOT_SIGNABLE when PHP's order of the names is ambiguous, so that nobody can tell
 */
function verifyLegacyEnvelope(hashes, signature, leaf) {
    return (0,scheme/* verifyLegacy */.FJ)((0,php_json/* encodePhpJson */.Dk)(sortLikePhp(hashes.keys()), hashes), leaf.publicKey, signature);
}


/***/ }),

/***/ 6991:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ parseEnvelope)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: ./src/findings/json-value.ts
var json_value = __nccwpck_require__(7306);
// EXTERNAL MODULE: ./src/payload/memory.ts
var memory = __nccwpck_require__(5559);
// EXTERNAL MODULE: ./src/envelope/envelope.ts
var envelope = __nccwpck_require__(9666);
// EXTERNAL MODULE: ./src/envelope/json.ts
var envelope_json = __nccwpck_require__(2972);
// EXTERNAL MODULE: ./src/manifest/hash-table-builder.ts
var hash_table_builder = __nccwpck_require__(1342);
;// CONCATENATED MODULE: ./src/envelope/json-bytes.ts
/** Signs of JSON, as bytes. */
const SIGN = {
    quote: 0x22,
    comma: 0x2c,
    slash: 0x2f,
    colon: 0x3a,
    backslash: 0x5c,
    open: 0x7b,
    close: 0x7d,
};
const LIST = { open: 0x5b, close: 0x5d };
/** Whether an object or a list begins with this byte. */
function opens(byte) {
    return byte === SIGN.open || byte === LIST.open;
}
/** Whether an object or a list ends with this byte. */
function closes(byte) {
    return byte === SIGN.close || byte === LIST.close;
}
/** Where something else than blanks stands, from here on. */
function skipBlanks(bytes, from) {
    let at = from;
    for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[++at])
        ;
    return at;
}
/**
 * Where a string of JSON ends.
 *
 * @param open the index of its opening quote
 * @returns the index behind its closing quote, or behind the last byte when there is none
 */
function endOfString(bytes, open) {
    let at = open + 1;
    for (let byte = bytes[at]; byte !== undefined && byte !== SIGN.quote; byte = bytes[++at])
        if (byte === SIGN.backslash)
            at++;
    return Math.min(at + 1, bytes.length);
}

;// CONCATENATED MODULE: ./src/envelope/hashes.ts



/** Digits of a SHA-512 digest in hex. */
const DIGITS = 128;
/**
 * Reads the value of `hashes` in a signature file member by member, so that a file of 60 MB does not become several times
 * that in memory. What is not a plain path and digest is left to JSON's own parser.
 */
class HashesReader {
    bytes;
    start;
    /** What it says; `false` for every value that is no string. */
    table;
    /** Paths whose value is neither a string nor `false`. */
    odd = new Set();
    /** How deep it is nested: 1 when no value is an object or a list. */
    depth = 1;
    /** How far it was read; behind the closing brace in the end. */
    end;
    /**
     * @param bytes valid UTF-8
     * @param start where the opening brace stands
     * @param like hashes whose paths are probably the same
     */
    constructor(bytes, start, like) {
        this.bytes = bytes;
        this.start = start;
        this.table = new hash_table_builder/* HashTableBuilder */.y(like);
        this.end = start + 1;
    }
    /** @returns whether this is an object of JSON, and one that PHP does not refuse for half a surrogate pair */
    read() {
        this.skipBlanks();
        if (this.bytes[this.end] === SIGN.close) {
            this.end++;
            return true;
        }
        for (;;) {
            this.skipBlanks();
            if (!this.readPlain() && !this.readAny())
                return false;
            this.skipBlanks();
            const sign = this.bytes[this.end++];
            if (sign !== SIGN.comma)
                return sign === SIGN.close;
        }
    }
    /** A path, and 128 digits of hex. @returns false for anything else, which is not passed over */
    readPlain() {
        const { bytes } = this;
        const behindPath = this.endOfPath();
        if (behindPath === undefined)
            return false;
        const colon = skipBlanks(bytes, behindPath);
        const open = skipBlanks(bytes, colon + 1);
        const close = open + 1 + DIGITS;
        if (bytes[colon] !== SIGN.colon || bytes[open] !== SIGN.quote || bytes[close] !== SIGN.quote)
            return false;
        const path = bytes.toString('utf8', this.end + 1, behindPath - 1).replaceAll('\\/', '/');
        if (!this.table.addDigits(path, bytes, open + 1))
            return false;
        this.odd.delete(path);
        this.end = close + 1;
        return true;
    }
    /** Where a string ends that has neither control characters nor any escape but that of the slash, as PHP writes it. */
    endOfPath() {
        const { bytes, end } = this;
        if (bytes[end] !== SIGN.quote)
            return undefined;
        for (let at = end + 1;; at++) {
            const byte = bytes[at];
            if (byte === SIGN.quote)
                return at + 1;
            if (byte === undefined || byte < 0x20)
                return undefined;
            if (byte === SIGN.backslash && bytes[++at] !== SIGN.slash)
                return undefined;
        }
    }
    /** Any member of JSON at all. */
    readAny() {
        const end = this.endOfMember();
        const text = this.bytes.toString('utf8', this.end, end);
        const member = parseMember(text);
        if (!member || !(0,envelope_json/* isUnicode */.KA)(text))
            return false;
        const [path, value] = member;
        this.table.add(path, typeof value === 'string' ? value : false);
        if (typeof value === 'string' || value === false)
            this.odd.delete(path);
        else
            this.odd.add(path);
        this.end = end;
        return true;
    }
    /** Where the next comma or closing brace stands that is in no string, and in nothing deeper. */
    endOfMember() {
        let depth = 0;
        let at = this.end;
        for (let byte = this.bytes[at]; byte !== undefined; byte = this.bytes[++at]) {
            if (byte === SIGN.quote)
                at = endOfString(this.bytes, at) - 1;
            else if (depth === 0 && (byte === SIGN.comma || closes(byte)))
                break;
            else if (opens(byte))
                this.depth = Math.max(this.depth, ++depth + 1);
            else if (closes(byte))
                depth--;
        }
        return at;
    }
    skipBlanks() {
        this.end = skipBlanks(this.bytes, this.end);
    }
}
/** @returns undefined when this is not one member of an object */
function parseMember(text) {
    try {
        const members = Object.entries(JSON.parse(`{${text}}`));
        return members.length === 1 ? members[0] : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/envelope/signature-text.ts




/** How often the key may stand there: servers read it as often as it comes, but nobody writes it twice, and each takes memory. */
const MAX_HASHES = 1000;
/** Characters of the longest way to spell the key, each letter as an escape, with its quotes. */
const LONGEST_KEY = 6 * 'hashes'.length + 2;
/**
 * Reads a signature file as JSON, as PHP would (`decodeJsonObject`).
 *
 * @param like hashes whose paths are probably the same, for memory
 * @returns undefined when it is no object
 */
function readSignatureText(bytes, like) {
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        return undefined;
    const rest = [];
    const hashes = [];
    let from = 0;
    let depth = 0;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0;
        if (opens(byte))
            depth++;
        else if (closes(byte))
            depth--;
        else if (byte === SIGN.quote) {
            const end = endOfString(bytes, at);
            const value = depth === 1 && isHashes(bytes, at, end) ? valueBehind(bytes, end) : undefined;
            if (value !== undefined && bytes[value] === SIGN.open) {
                const reader = new HashesReader(bytes, value, like);
                if (!reader.read() || reader.depth + 1 >= envelope_json/* MAX_DEPTH */.lr || hashes.length === MAX_HASHES)
                    return undefined;
                rest.push(bytes.subarray(from, value), external_node_buffer_.Buffer.from(`{"${hashes.length}":0}`));
                hashes.push(reader);
                from = reader.end;
            }
            at = Math.max(end, from) - 1;
        }
    }
    rest.push(bytes.subarray(from));
    const json = (0,envelope_json/* decodeJsonObject */.sw)(external_node_buffer_.Buffer.concat(rest));
    return json && { ...json, hashes };
}
function isHashes(bytes, start, end) {
    if (end - start > LONGEST_KEY)
        return false;
    try {
        return JSON.parse(bytes.toString('utf8', start, end)) === 'hashes';
    }
    catch {
        return false;
    }
}
/** Where the value of a member stands, if this is the end of its key. */
function valueBehind(bytes, end) {
    const colon = skipBlanks(bytes, end);
    return bytes[colon] === SIGN.colon ? skipBlanks(bytes, colon + 1) : undefined;
}

;// CONCATENATED MODULE: ./src/envelope/parse.ts






/** The only version that there is; the member may be left out beside `certificates` (SPEC 4). */
const VERSION = '2';
/**
 * Reads a signature.json as the servers would: it is in format v2 when it has `v` or `certificates`, else in the legacy
 * format (SPEC 4). A member that is null counts as missing.
 *
 * @param bytes the file's raw bytes
 * @param name the file's name, for the message
 * @param like hashes whose paths are probably the same, for memory
 */
function parseEnvelope(bytes, name = envelope/* APP_SIGNATURE */.t, like) {
    if (bytes.length === 0)
        return { problem: `${name} is empty` };
    if (bytes.length >= memory/* LARGE_SIGNATURE */.Xh)
        (0,memory/* boundMemory */._8)();
    const json = readSignatureText(external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), like);
    if (!json)
        return { problem: `${name} is not a JSON object that PHP can read` };
    for (const field of ['hashes', 'signature'])
        if (!has(json, field))
            return { problem: `${name} has no "${field}"` };
    if (!(0,json_value/* isObject */.G)(json.members.hashes))
        return { problem: `${name}: "hashes" is not an object` };
    if (typeof json.members.signature !== 'string')
        return { problem: `${name}: "signature" is not a string` };
    const parsed = has(json, 'v') || has(json, 'certificates') ? parseV2(json, bytes) : parseLegacy(json);
    return typeof parsed === 'string' ? { problem: `${name}${parsed}` } : { envelope: parsed };
}
/** The layout of the file does not matter; a key that stands twice has its last value (SPEC 3, step 1). */
function parseLegacy({ members, hashes: texts }) {
    const { certificate, hashes, signature } = members;
    if (certificate === undefined || certificate === null)
        return ' has no "certificate"';
    if (typeof certificate !== 'string')
        return ': "certificate" is not a string';
    const read = hashesOf(texts, hashes);
    if (!read || read.odd.size > 0)
        return ': a value in "hashes" is neither a string nor false';
    return { format: 'legacy', hashes: read.table.build(), signature: decodeLoosely(String(signature)), certificate };
}
/** What is signed is the text of `hashes`, and the hashes are those that stand in that text (SPEC 4). */
function parseV2({ text, members, hashes: texts }, bytes) {
    const { certificates, alg } = members;
    const span = (0,envelope_json/* hashesSpan */.BW)(text);
    const read = span && hashesOf(texts, JSON.parse(span));
    if (!read)
        return ': "hashes" can not be found as the servers look for it';
    const signature = decodeStrictly(String(members.signature));
    if (!signature)
        return ': "signature" is not base64';
    if (!(0,json_value/* isObject */.G)(certificates))
        return ': "certificates" is not an object';
    const { leaf, chain } = certificates;
    if (typeof leaf !== 'string')
        return ': "certificates" has no "leaf" that is a string';
    const version = members.v === undefined || members.v === null ? VERSION : (0,envelope_json/* rawMember */.XQ)(text, 'v');
    if (version !== VERSION)
        return ` has a version that is not known ("v": ${version?.slice(0, 20)})`;
    return {
        format: 'v2',
        hashes: read.table.build(),
        signedBytes: external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset + read.start, read.end - read.start),
        algorithm: typeof alg === 'string' ? alg : undefined,
        signature,
        leaf,
        // What is no text can be no certificate; what is no list has none.
        chain: Object.values(typeof chain === 'object' && chain ? chain : {}).filter((pem) => typeof pem === 'string'),
    };
}
/** What a number stands for (`SignatureText`). */
function hashesOf(texts, value) {
    return texts[Number(Object.keys(value)[0])];
}
function has({ members }, key) {
    return Object.hasOwn(members, key) && members[key] !== null;
}
/** PHP's `base64_decode` without its strict flag: what is not of the alphabet is passed over. */
function decodeLoosely(base64) {
    return external_node_buffer_.Buffer.from(base64.replace(/[^A-Za-z0-9+/]/g, ''), 'base64');
}
/** PHP's `base64_decode` with its strict flag: white space is passed over, padding may be left out. */
function decodeStrictly(base64) {
    const bare = base64.replace(/[ \t\r\n]/g, '');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare))
        return undefined;
    const digits = bare.replace(/=/g, '').length;
    if (digits % 4 === 1 || (bare.length > digits && bare.length % 4 !== 0))
        return undefined;
    return external_node_buffer_.Buffer.from(bare, 'base64');
}


/***/ }),

/***/ 485:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ signLegacy),
/* harmony export */   FJ: () => (/* binding */ verifyLegacy),
/* harmony export */   K4: () => (/* binding */ signV2),
/* harmony export */   Mk: () => (/* binding */ v2Algorithm),
/* harmony export */   cq: () => (/* binding */ assertV2Key),
/* harmony export */   iQ: () => (/* binding */ verifyWith),
/* harmony export */   qp: () => (/* binding */ keyKind),
/* harmony export */   zS: () => (/* binding */ assertLegacyKey)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6927);
/* harmony import */ var _pki_der__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2787);




/**
 * AlgorithmIdentifier of *id-RSASSA-PSS* with hash SHA-1 (the default), MGF1 with SHA-512 and salt length 0: the legacy
 * scheme (SPEC 3). `crypto.sign` takes one hash for both, unless the key itself carries these parameters.
 */
const LEGACY_PSS = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from('303006092a864886f70d01010a3023a11c301a06092a864886f70d010108300d06096086480165030402030500a203020100', 'hex');
const SALT_LENGTH = 0;
/**
 * Signs in the legacy scheme: RSASSA-PSS, digest SHA-1, MGF1 with SHA-512, no salt. Deterministic.
 *
 * @param signed the manifest in PHP's JSON (`encodePhpJson`)
 * @param key an RSA private key
 * @returns the raw signature, as long as the modulus
 * @throws AppsignError KEY_INVALID for any other kind of key
 */
function signLegacy(signed, key) {
    assertLegacyKey(key);
    const pkcs8 = (0,_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .makeDer */ .iz)(_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.SEQUENCE, [
        (0,_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .makeDer */ .iz)(_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.INTEGER, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from([0])),
        (0,_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .readDer */ .SU)(LEGACY_PSS),
        (0,_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .makeDer */ .iz)(_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.OCTETSTRING, key.export({ type: 'pkcs1', format: 'der' })),
    ]);
    const pssKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPrivateKey)({ key: (0,_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .writeDer */ .bk)(pkcs8), format: 'der', type: 'pkcs8' });
    return feed((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createSign)('sha1'), signed).sign({ key: pssKey, saltLength: SALT_LENGTH });
}
/**
 * Verifies a signature of the legacy scheme.
 *
 * @param key the leaf's public key
 * @returns false for a wrong signature and for a key that is not RSA; never throws for bad input
 */
function verifyLegacy(signed, key, signature) {
    if (key.asymmetricKeyType !== 'rsa' || !isAsLong(signature, key))
        return false;
    const spki = (0,_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .makeDer */ .iz)(_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.SEQUENCE, [
        (0,_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .readDer */ .SU)(LEGACY_PSS),
        (0,_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .makeDer */ .iz)(_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .TAG */ .Dk.BITSTRING, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.concat([node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from([0]), key.export({ type: 'pkcs1', format: 'der' })])),
    ]);
    try {
        const pssKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createPublicKey)({ key: (0,_pki_der__WEBPACK_IMPORTED_MODULE_3__/* .writeDer */ .bk)(spki), format: 'der', type: 'spki' });
        return feed((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createVerify)('sha1'), signed).verify({ key: pssKey, saltLength: SALT_LENGTH }, signature);
    }
    catch {
        // OpenSSL refuses a key that is too small for the scheme: no server could verify that signature either.
        return false;
    }
}
/**
 * @throws AppsignError KEY_INVALID when the legacy format can not be signed with this kind of key
 */
function assertLegacyKey(key) {
    if (key.asymmetricKeyType === 'rsa')
        return;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('KEY_INVALID', `private-key is ${keyKind(key)}, and the legacy format takes RSA keys only. Nextcloud and ownCloud 10 issue certificates for RSA-4096 keys: use the key that made the certificate request.`);
}
/** Modulus lengths in bits that format v2 takes (SPEC 4). */
const V2_RSA_BITS = [2048, 4096];
const V2_DIGEST = 'sha384';
const V2_SALT_LENGTH = 48;
/**
 * The v2 algorithm that follows from a key (SPEC 4).
 *
 * @returns undefined for a key that format v2 does not take
 */
function v2Algorithm(key) {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
    if (type === 'ec' && details?.namedCurve === 'secp384r1')
        return 'ecdsa-p384-sha384';
    if (type === 'rsa' && V2_RSA_BITS.includes(details?.modulusLength ?? 0))
        return 'rsa-pss-sha384';
    return undefined;
}
/**
 * @returns the algorithm with which this key signs
 * @throws AppsignError KEY_INVALID when format v2 does not take this kind of key
 */
function assertV2Key(key) {
    const algorithm = v2Algorithm(key);
    if (algorithm)
        return algorithm;
    throw new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('KEY_INVALID', `private-key is ${keyKind(key)}, and format v2 takes EC keys on P-384 and RSA keys of 2048 or 4096 bits only. Make a new key (openssl ecparam -name secp384r1 -genkey -noout) and request a certificate for it.`);
}
/**
 * Signs in format v2 (SPEC 4): ECDSA over SHA-384 in ASN.1 DER, or RSASSA-PSS with SHA-384 throughout and a salt of 48.
 *
 * @param signed M (`encodeCanonicalJson`)
 * @throws AppsignError KEY_INVALID
 */
function signV2(signed, key) {
    const algorithm = assertV2Key(key);
    return feed((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createSign)(V2_DIGEST), signed).sign(algorithm === 'rsa-pss-sha384' ? pss(key) : key);
}
/**
 * Verifies a signature under a named algorithm.
 *
 * @param key the leaf's public key
 * @returns false for a wrong signature and for a key of another kind than the algorithm's; never throws for bad input
 */
function verifyWith(algorithm, signed, key, signature) {
    if (algorithm === 'rsa-pss-sha1')
        return verifyLegacy(signed, key, signature);
    if (v2Algorithm(key) !== algorithm || !isAsLong(signature, key))
        return false;
    try {
        return feed((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createVerify)(V2_DIGEST), signed).verify(algorithm === 'rsa-pss-sha384' ? pss(key) : key, signature);
    }
    catch {
        // OpenSSL refuses some shapes of a wrong signature instead of saying no.
        return false;
    }
}
/** OpenSSL takes a signature whose leading zeros were cut off; the standard does not (RFC 8017, 8.1.2), nor does PHP. */
function isAsLong(signature, { asymmetricKeyDetails: details }) {
    return details?.modulusLength === undefined || signature.length === Math.ceil(details.modulusLength / 8);
}
function feed(taker, signed) {
    if (signed instanceof Uint8Array)
        taker.update(signed);
    else
        for (const piece of signed)
            taker.update(piece);
    return taker;
}
function pss(key) {
    return { key, padding: node_crypto__WEBPACK_IMPORTED_MODULE_1__.constants.RSA_PKCS1_PSS_PADDING, saltLength: V2_SALT_LENGTH };
}
/** What kind of key this is, for messages: `an EC key (prime256v1)`. */
function keyKind(key) {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
    if (type === 'ec')
        return `an EC key (${details?.namedCurve})`;
    if (type === 'rsa')
        return `an RSA key of ${details?.modulusLength} bits`;
    return `a key of the kind ${type}`;
}


/***/ }),

/***/ 6927:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   RS: () => (/* binding */ asAppsignError),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   xE: () => (/* binding */ AppsignError)
/* harmony export */ });
/**
 * What makes it impossible to go on. The message names the input and the remedy, is one line of plain text and never
 * holds key material; it may hold untrusted names, so whoever prints it passes it through `printable`.
 */
class AppsignError extends Error {
    name = 'AppsignError';
    code;
    /** The findings that made it impossible to go on, when it was more than one thing. */
    findings;
    /**
     * @param code why, from the closed list
     * @param message what is wrong and what to do about it
     * @param cause the error underneath, kept for debugging and never printed by itself
     */
    constructor(code, message, cause, findings = []) {
        super(message, cause === undefined ? undefined : { cause });
        this.code = code;
        this.findings = findings;
    }
}
/** Characters of what a user gave that a message repeats: enough to know it by, too few to hold a key. */
const MAX_QUOTED = 80;
/** A user's own words for a message, cut short. */
function quoted(text) {
    return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
/** The message of anything that was thrown, for use inside an AppsignError's own message. */
function reasonOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
/** What was thrown, as an error that can be told; one that nobody thought of asks to be reported. */
function asAppsignError(thrown) {
    if (thrown instanceof AppsignError)
        return thrown;
    const message = `appsign failed in a way that it should not: ${reasonOf(thrown)} Please report this.`;
    return new AppsignError('INTERNAL', message, thrown);
}
/** The errno name (`ENOENT`, `EACCES`) of a failed system call, or undefined for anything else. */
function errnoOf(thrown) {
    const code = thrown instanceof Error ? thrown.code : undefined;
    return typeof code === 'string' ? code : undefined;
}


/***/ }),

/***/ 358:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ exception),
/* harmony export */   i: () => (/* binding */ scopeSentence)
/* harmony export */ });
/** The servers' own sentences (SPEC 3). CN_MISMATCH has two blanks to fill. */
const SENTENCES = {
    MISSING_SIGNATURE: 'Signature data not found.',
    BAD_CHAIN: 'Certificate is not valid.',
    BAD_ALGORITHM: 'Signature algorithm is not accepted.',
    BAD_SIGNATURE: 'Signature could not get verified.',
    CRL_UNAVAILABLE: 'Certificate Revocation List is not valid.',
    REVOKED: 'Certificate has been revoked.',
    CN_MISMATCH: 'Certificate is not valid for required scope.',
};
/**
 * A finding that a server reports as EXCEPTION.
 *
 * @param code the reason
 * @param message what is wrong, in plain words
 * @param hint what to do about it
 * @param exception the server's sentence, where it is not always the same
 */
function exception(code, message, hint, sentence = SENTENCES[code]) {
    return { code, severity: 'error', message, hint, exception: sentence };
}
/** The sentence for a leaf of another app, with its blanks filled (SPEC 3, step 4). */
function scopeSentence(requested, commonName) {
    return `${SENTENCES.CN_MISMATCH} (Requested: ${requested}, current: CN=${commonName})`;
}


/***/ }),

/***/ 4879:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ EXCEPTION_CODES),
/* harmony export */   O: () => (/* binding */ serverCategory)
/* harmony export */ });
/** The servers' order: exceptions as they are checked, then the files; ours last. */
const EXCEPTION_CODES = [
    'MISSING_SIGNATURE',
    'BAD_CHAIN',
    'BAD_ALGORITHM',
    'BAD_SIGNATURE',
    'CRL_UNAVAILABLE',
    'REVOKED',
    'CN_MISMATCH',
];
/** The group under which the servers list a finding, or our own code where no server has one. */
function serverCategory(finding) {
    return EXCEPTION_CODES.includes(finding.code) ? 'EXCEPTION' : finding.code;
}


/***/ }),

/***/ 7306:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject)
/* harmony export */ });
/** True for a JSON object, false for an array, null and anything else. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 1310:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ sortFindings)
/* harmony export */ });
/* harmony import */ var _finding__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);

const FILE_CODES = ['INVALID_HASH', 'FILE_MISSING', 'EXTRA_FILE'];
const SEVERITIES = ['error', 'warning', 'notice'];
/**
 * The order in which findings are told: what stops a server first, in the order of its checks; then the files; then our
 * own advice, by severity. Within a group the given order stays.
 *
 * @returns a new array
 */
function sortFindings(findings) {
    return [...findings].sort((a, b) => rank(a) - rank(b));
}
function rank(finding) {
    if (_finding__WEBPACK_IMPORTED_MODULE_0__/* .EXCEPTION_CODES */ .H.includes(finding.code))
        return 0;
    const file = FILE_CODES.indexOf(finding.code);
    return file >= 0 ? 1 + file : 1 + FILE_CODES.length + SEVERITIES.indexOf(finding.severity);
}


/***/ }),

/***/ 5899:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ SERVER_NAMES),
/* harmony export */   S$: () => (/* binding */ isServer),
/* harmony export */   f1: () => (/* binding */ LEGACY_SUNSET)
/* harmony export */ });
/** As it is written in sentences. */
const SERVER_NAMES = { nextcloud: 'Nextcloud', owncloud: 'ownCloud' };
/** Whether a word names one of the servers. */
function isServer(word) {
    return Object.hasOwn(SERVER_NAMES, word);
}
/** From this second on, ownCloud 11 accepts no legacy signature (SPEC 3 and 4). */
const LEGACY_SUNSET = new Date('2026-12-31T23:59:59Z');


/***/ }),

/***/ 7167:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ failsOn),
/* harmony export */   V: () => (/* binding */ verdictOf)
/* harmony export */ });
/** One word for a list of findings: any error fails, any warning is said, notices do not count. */
function verdictOf(findings) {
    if (findings.some((finding) => finding.severity === 'error'))
        return 'failed';
    return findings.some((finding) => finding.severity === 'warning') ? 'passed-with-warnings' : 'passed';
}
/** Whether findings make a run fail. */
function failsOn(findings, failOn) {
    if (failOn === 'never')
        return false;
    const verdict = verdictOf(findings);
    return verdict === 'failed' || (failOn === 'warning' && verdict === 'passed-with-warnings');
}


/***/ }),

/***/ 6264:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H8: () => (/* binding */ chooseFormat),
/* harmony export */   PB: () => (/* binding */ isFor10),
/* harmony export */   Wd: () => (/* binding */ isFor11),
/* harmony export */   eg: () => (/* binding */ formatFindings)
/* harmony export */ });
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6927);
/* harmony import */ var _findings_server__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5899);


/**
 * In which format to sign: what the user said, else what the authority's certificates are for, else by the key: EC makes
 * v2, RSA legacy.
 *
 * @throws AppsignError INPUT_INVALID for a combination that no server could read
 */
function chooseFormat({ format, server, key, authority }) {
    const ec = key?.asymmetricKeyType === 'ec';
    const natural = ec ? 'v2' : (authority?.format ?? 'legacy');
    const chosen = format ?? natural;
    const refuse = (why) => new _findings_errors__WEBPACK_IMPORTED_MODULE_0__/* .AppsignError */ .xE('INPUT_INVALID', why);
    if (chosen === 'v2' && (server ?? authority?.server) === 'nextcloud') {
        const why = format
            ? 'format is v2'
            : ec
                ? 'private-key is an EC key, which only format v2 takes'
                : `certificate is of ${authority?.name}, whose certificates are for format v2`;
        throw refuse(`${why}, and the app is for Nextcloud: no Nextcloud server reads format v2. Sign with the RSA key and the certificate of Nextcloud, or set server: owncloud if the app is for ownCloud.`);
    }
    if (chosen === 'legacy' && ec)
        throw refuse('format is legacy, which takes RSA keys only, and private-key is an EC key. Set format: v2, or leave it out.');
    if (authority?.format && authority.format !== chosen)
        throw refuse(`The certificate is of ${authority.name}, whose certificates are for the format ${authority.format}, and ${format ? `format is ${format}` : 'the key asks for v2'}. ${chosen === 'v2'
            ? 'Request a certificate of ownCloud G2 for format v2, or set format: legacy.'
            : 'ownCloud 10 does not trust it; set format: v2, or sign with a certificate of ownCloud G1.'}`);
    return chosen;
}
/**
 * Which ownCloud servers will not read what is signed, from the versions that info.xml names. Nextcloud reads the legacy
 * format everywhere.
 *
 * @param signing when verifying, what is still accepted is worth a notice only
 */
function formatFindings(format, server, app, now, signing) {
    const range = app.dependencies.owncloud;
    if (server !== 'owncloud' || (!signing && format === 'v2'))
        return [];
    const named = range
        ? `info.xml names ownCloud ${range.min ?? 'any version'} to ${range.max ?? 'any version'}`
        : 'info.xml names no ownCloud version';
    if (format === 'v2') {
        if ((majorOf(range?.min) ?? 0) >= 11)
            return [];
        return [
            {
                code: 'V2_LEAVES_OUT_10',
                severity: range ? 'warning' : 'notice',
                message: `ownCloud 10 does not read format v2, and 10.16.7 refuses apps that it finds unsigned (${named}).`,
                hint: 'Ship a second package in the legacy format for ownCloud 10, or set min-version="11".',
            },
        ];
    }
    const only10 = !isFor11(app);
    const gone = now >= _findings_server__WEBPACK_IMPORTED_MODULE_1__/* .LEGACY_SUNSET */ .f1;
    const sunset = _findings_server__WEBPACK_IMPORTED_MODULE_1__/* .LEGACY_SUNSET */ .f1.toISOString().replace('.000', '');
    return [
        {
            code: 'LEGACY_SUNSET',
            severity: only10 || (!signing && !gone) ? 'notice' : 'warning',
            message: only10
                ? `Legacy signatures stop on ownCloud 11 at ${sunset}; ownCloud 10 goes on reading them (${named}).`
                : `Legacy signatures stop on ownCloud 11 at ${sunset}: from then on ownCloud 11.0 and later ${gone ? 'refuse' : 'will refuse'} this app, while ownCloud 10 goes on reading it (${named}).`,
            hint: only10
                ? 'Nothing, as long as the app is for ownCloud 10 only.'
                : 'Request a certificate of ownCloud G2 and ship a second package in format v2, or set max-version="10".',
        },
    ];
}
/** Whether an app is for ownCloud 10, too: `min-version` says 10 or earlier, or says nothing. */
function isFor10(app) {
    return (majorOf(app.dependencies.owncloud?.min) ?? 0) < 11;
}
/** Whether an app is for ownCloud 11, too: `max-version` says 11 or later, or says nothing. */
function isFor11(app) {
    return (majorOf(app.dependencies.owncloud?.max) ?? 11) >= 11;
}
function majorOf(version) {
    const digits = /^\d+/.exec(version ?? '')?.[0];
    return digits === undefined ? undefined : Number(digits);
}


/***/ }),

/***/ 2297:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ buildManifest)
});

// EXTERNAL MODULE: ./src/payload/exclusions.ts
var exclusions = __nccwpck_require__(5993);
// EXTERNAL MODULE: ./src/payload/inspect.ts
var inspect = __nccwpck_require__(8734);
// EXTERNAL MODULE: ./src/payload/never-ship.ts
var never_ship = __nccwpck_require__(1711);
;// CONCATENATED MODULE: ./src/manifest/entry-findings.ts

/**
 * What is worth saying of an entry itself.
 *
 * @param inServer whether it is part of a server, which nobody uploads to a store
 * @returns undefined for an ordinary file
 */
function findingOf(entry, inServer = false) {
    const { path, target = '' } = entry;
    const error = { severity: 'error', path };
    const warning = { severity: 'warning', path };
    if (entry.invalidName)
        return {
            ...error,
            code: 'NAME_NOT_UTF8',
            message: `The name of "${path}" is not valid UTF-8: a server that signs it writes an empty signature.json.`,
            hint: 'Rename the file in UTF-8.',
        };
    switch (entry.kind) {
        case 'file':
            if (entry.target === undefined)
                return undefined;
            if (entry.resolved && (0,exclusions/* isSignatureFile */.pt)(entry.resolved))
                return {
                    ...error,
                    code: 'LINK_TO_SIGNATURE',
                    message: `"${path}" is a link to ${entry.resolved}, which signing itself changes.`,
                    hint: 'Remove the link.',
                };
            return {
                ...warning,
                code: 'LINK_FOLLOWED',
                message: `"${path}" is a link to "${target}": it is signed with the content of that file.`,
                hint: inServer
                    ? 'Nothing, as long as that file is the one that was signed.'
                    : 'Ship the file itself: the App Store refuses archives with links.',
            };
        case 'folder-link':
            return {
                ...warning,
                code: 'LINK_TO_FOLDER',
                message: `"${path}" is a link to the folder "${target}": servers list nothing below it, so nothing there is signed.`,
                hint: 'Ship the folder itself, or nothing.',
            };
        case 'dangling-link':
            return {
                ...error,
                code: 'DANGLING_LINK',
                message: `"${path}" is a link to "${target}", which does not exist.`,
                hint: 'Remove the link, or ship the file in its place.',
            };
        case 'leaving-link':
            return {
                ...error,
                code: 'LINK_LEAVES_PAYLOAD',
                message: inServer
                    ? `"${path}" is a link to "${target}", outside of the server: it was not read, and nobody can tell what it holds.`
                    : `"${path}" is a link to "${target}", outside of the app: it would dangle on every server.`,
                hint: `Copy the file into the ${inServer ? 'server' : 'app'} in place of the link.`,
            };
        case 'special':
            return {
                ...error,
                code: 'NOT_A_FILE',
                message: `"${path}" is neither a file nor a folder (a socket, device or fifo).`,
                hint: 'Remove it.',
            };
    }
}
/** A file that only recent servers leave out. */
function recentExclusion(entry) {
    return {
        code: 'RECENT_EXCLUSION',
        severity: 'warning',
        path: entry.path,
        message: `"${entry.path}" is left out of the signature as recent Nextcloud servers do; Nextcloud 25 reports it as EXTRA_FILE.`,
        hint: 'Do not ship it.',
    };
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/manifest/hash-file.ts



/** Bytes read at once: most files of an app fit, and the buffer is used again for the next. */
const BUFFER_SIZE = inspect/* INSPECTED_SIZE */.k2;
/**
 * SHA-512 of the raw bytes of a file.
 *
 * @param path absolute
 * @param buffer of BUFFER_SIZE, to read into
 * @param look is shown the content of a file that is smaller than the buffer
 * @yields how many bytes it read, again and again
 * @returns the raw digest, a character for each byte
 * @throws the file system's error
 */
function* hashFile(path, buffer, look) {
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const first = buffer.subarray(0, fill(file, buffer));
        yield first.length;
        if (first.length < buffer.length) {
            look(first);
            return (0,external_node_crypto_.hash)('sha512', first, 'binary');
        }
        const digest = (0,external_node_crypto_.createHash)('sha512').update(first);
        for (let read = fill(file, buffer); read > 0; read = fill(file, buffer)) {
            digest.update(buffer.subarray(0, read));
            yield read;
        }
        return digest.digest('binary');
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** Reads until the buffer is full or the file ends: a short read is not the end. */
function fill(file, buffer) {
    let length = 0;
    while (length < buffer.length) {
        const read = (0,external_node_fs_.readSync)(file, buffer, length, buffer.length - length, null);
        if (read === 0)
            break;
        length += read;
    }
    return length;
}

// EXTERNAL MODULE: ./src/manifest/hash-table.ts
var hash_table = __nccwpck_require__(8820);
;// CONCATENATED MODULE: ./src/manifest/hash-work.ts


/** What became of a file: nobody has finished it, it was hashed, or it was hashed and a key was found in it. */
const STATE = { open: 0, hashed: 1, holdsSigningKey: 2, holdsPrivateKey: 3 };
/**
 * Lays out the work for a number of threads.
 *
 * @param names relative to the root, forward slashes
 */
function layOutWork(root, names, threads) {
    const count = names.length;
    const text = names.join('');
    const bytes = external_node_buffer_.Buffer.from(new SharedArrayBuffer(external_node_buffer_.Buffer.byteLength(text)));
    bytes.write(text);
    // Most often each character is a byte.
    const lengthOf = bytes.length === text.length ? (name) => name.length : external_node_buffer_.Buffer.byteLength;
    const ends = new Uint32Array(new SharedArrayBuffer(count * 4));
    let end = 0;
    for (let index = 0; index < count; index++) {
        end += lengthOf(names[index] ?? '');
        ends[index] = end;
    }
    return {
        root,
        count,
        names: bytes,
        ends,
        digests: new Uint8Array(new SharedArrayBuffer(count * hash_table/* DIGEST_SIZE */.PY)),
        states: new Uint8Array(new SharedArrayBuffer(count)),
        next: new Int32Array(new SharedArrayBuffer(4)),
        files: new Float64Array(new SharedArrayBuffer(threads * 8)),
        bytes: new Float64Array(new SharedArrayBuffer(threads * 8)),
    };
}
/** The name of a file, from the names' bytes. */
function nameAt({ ends }, names, index) {
    return names.toString('utf8', ends[index - 1] ?? 0, ends[index]);
}
/** Takes the next file. @returns its index, or undefined when all are taken */
function takeNext({ next, count }) {
    const index = Atomics.add(next, 0, 1);
    return index < count ? index : undefined;
}
/** Lets nobody take any further file; those that were taken before this are finished. */
function stopTaking({ next, count }) {
    Atomics.store(next, 0, count);
}
/** Whether every file was hashed, by whichever thread. */
function isComplete(work) {
    return firstOpen(work) === undefined;
}
/** The first file that was not hashed. */
function firstOpen({ states }) {
    // Atomic, so that the digests of those that were are seen as well.
    for (let index = 0; index < states.length; index++)
        if (Atomics.load(states, index) === STATE.open)
            return index;
    return undefined;
}
/** What all threads together have read. */
function sumRead({ files, bytes }) {
    const sum = (values) => values.reduce((one, other) => one + other, 0);
    return { files: sum(files), bytes: sum(bytes) };
}

;// CONCATENATED MODULE: ./src/manifest/hash-share.ts





/**
 * What every thread does: hashes file after file until all are taken, and looks for keys in those that are small enough.
 *
 * @param thread this thread's number, from 0
 * @param samples of the key that signs; undefined when nobody looks for keys
 * @yields after each piece that was read, of BUFFER_SIZE at most
 * @returns the file that could not be read, at which all threads stop
 */
function* hashShare(work, thread, samples) {
    const buffer = external_node_buffer_.Buffer.allocUnsafeSlow(BUFFER_SIZE);
    const digests = external_node_buffer_.Buffer.from(work.digests.buffer);
    const names = external_node_buffer_.Buffer.from(work.names.buffer);
    let state = STATE.hashed;
    const look = (content) => {
        const key = samples && (0,inspect/* findKey */.Tj)(content, samples);
        if (key)
            state = key === 'SIGNING_KEY' ? STATE.holdsSigningKey : STATE.holdsPrivateKey;
    };
    for (let index = takeNext(work); index !== undefined; index = takeNext(work)) {
        state = STATE.hashed;
        try {
            const reading = hashFile(`${work.root}/${nameAt(work, names, index)}`, buffer, look);
            let step = reading.next();
            for (; !step.done; step = reading.next()) {
                work.bytes[thread] = (work.bytes[thread] ?? 0) + step.value;
                yield;
            }
            digests.write(step.value, index * hash_table/* DIGEST_SIZE */.PY, 'latin1');
        }
        catch (error) {
            stopTaking(work);
            return { index, error };
        }
        work.files[thread] = (work.files[thread] ?? 0) + 1;
        // Atomic, so that whoever sees it sees the digest, too.
        Atomics.store(work.states, index, state);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/manifest/hash-workers.ts

// In a variable, because ncc takes a file that is named beside import.meta.url for an asset and renames it.
const here = import.meta.url;
const CODE = new URL('./hash-worker.js', here);
/** The threads that hash beside the main thread. */
class HashWorkers {
    onRead;
    workers = [];
    ends = [];
    failures = [];
    reason;
    /**
     * Starts them; they come up while the main thread does other things. As long as they have no work, the process does not
     * wait for them.
     *
     * @param count how many at most: fewer when the machine gives no more
     * @param onRead is called now and then while the main thread waits for them
     * @param code of another worker than our own, for tests
     */
    constructor(count, onRead, code = CODE) {
        this.onRead = onRead;
        // Only here, because to load it takes 1 ms of every run's 50.
        const threads = process.getBuiltinModule('node:worker_threads');
        while (this.workers.length < count) {
            let worker;
            try {
                worker = new threads.Worker(code, { env: threads.SHARE_ENV });
            }
            catch {
                // The machine gives no more threads: those that there are do all of the work.
                break;
            }
            this.workers.push(worker);
            this.ends.push(this.watch(worker));
            // Behind the listeners: one for messages makes the process wait again.
            worker.unref();
        }
    }
    /** Gives them their work, once. They take it up by themselves, also while the main thread is busy. */
    give(work, samples) {
        for (const [index, worker] of this.workers.entries())
            worker.postMessage({ work, thread: index + 1, samples });
    }
    /**
     * Waits until all have ended.
     *
     * @returns at which files they stopped, and why one ended early if one did
     */
    async finish() {
        for (const worker of this.workers)
            worker.ref();
        await Promise.all(this.ends);
        const { failures, reason } = this;
        return { failures, reason };
    }
    watch(worker) {
        return new Promise((resolve) => {
            worker.on('message', (message) => {
                if (message)
                    this.failures.push(message);
                else
                    this.onRead();
            });
            worker.on('error', (error) => {
                this.reason ??= (0,errors/* reasonOf */.A3)(error);
            });
            worker.on('exit', (code) => {
                if (code !== 0)
                    this.reason ??= `exit code ${code}`;
                // Node keeps what has ended, and all that its listeners see.
                worker.removeAllListeners();
                resolve();
            });
        });
    }
}

;// CONCATENATED MODULE: ./src/manifest/hash.ts





/**
 * Files from which on workers are started at once. One costs 35 ms of a processor and 20 MiB: 2,000 files of 16 KB take as long
 * with it as without, 4,000 take 189 ms instead of 215, the whole run included (measured, Node 24, 2 processors).
 */
const MANY_FILES = 2000;
/** Bytes after which they are started for what is left, when the files are few but large: 40 ms of hashing. */
const MANY_BYTES = 32 * 1024 * 1024;
/** Bytes after which the main thread looks after other things, such as a list that is being fetched. */
const BREATH = 32 * 1024 * 1024;
/** The number of the thread that everything else runs in. */
const MAIN_THREAD = 0;
/** Hashes files, in as many threads as it pays for. */
class Hashing {
    options;
    workers;
    work;
    threads;
    constructor(options = {}) {
        this.options = options;
        this.threads = options.threads ?? (0,external_node_os_namespaceObject.availableParallelism)();
    }
    /** Says that there will be so many files at least, so that the threads are up when all names are known. */
    expect(count) {
        if (count >= (this.options.manyFiles ?? MANY_FILES))
            this.startWorkers();
    }
    /** @returns whether they had not been started before */
    startWorkers() {
        if (this.workers || this.threads < 2)
            return false;
        this.workers = new HashWorkers(this.threads - 1, () => this.tell(), this.options.worker);
        return true;
    }
    /**
     * SHA-512 of the raw bytes of each file. The other threads begin at once, this one when it is waited for.
     *
     * @param root absolute path of the folder in which the files are
     * @param names relative to it, forward slashes
     * @throws AppsignError PAYLOAD_UNREADABLE naming the first file that could not be read, INTERNAL naming one that a
     *   thread left behind
     */
    async hash(root, names) {
        const { samples } = this.options;
        const work = layOutWork(root, names, this.threads);
        this.work = work;
        this.expect(names.length);
        this.workers?.give(work, samples);
        await breathe();
        const failure = await this.hashOwnShare(work);
        if (!isComplete(work)) {
            const { failures, reason } = (await this.workers?.finish()) ?? { failures: [] };
            assertRead(names, failure ? [failure, ...failures] : failures);
            assertComplete(names, work, reason);
        }
        return { digests: work.digests, bytes: sumRead(work).bytes, keys: keysIn(work) };
    }
    async hashOwnShare(work) {
        const { samples, manyBytes = MANY_BYTES } = this.options;
        const share = hashShare(work, MAIN_THREAD, samples);
        let breathed = 0;
        let step = share.next();
        for (; !step.done; step = share.next()) {
            this.tell();
            const read = work.bytes[MAIN_THREAD] ?? 0;
            if (read >= manyBytes && this.startWorkers())
                this.workers?.give(work, samples);
            if (read - breathed < BREATH)
                continue;
            breathed = read;
            await breathe();
        }
        return step.value;
    }
    tell() {
        if (this.work)
            this.options.progress?.(sumRead(this.work));
    }
}
/** Lets everything else go first that is ready to go on. */
function breathe() {
    return new Promise((resolve) => setImmediate(resolve));
}
function assertRead(names, failures) {
    const [first] = failures.toSorted((a, b) => a.index - b.index);
    if (!first)
        return;
    const { index, error } = first;
    throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `The file "${names[index]}" can not be read: ${(0,errors/* reasonOf */.A3)(error)}. Make it readable for this step, and let nothing change the folder meanwhile.`, error);
}
/** A thread that ends early leaves its file behind; the others go on with the rest. */
function assertComplete(names, work, reason = 'nothing was said of it') {
    const index = firstOpen(work);
    if (index === undefined)
        return;
    throw new errors/* AppsignError */.xE('INTERNAL', `The file "${names[index]}" was not hashed: the thread that had it ended early (${reason}). Please report this.`);
}
function keysIn({ states, count }) {
    const keys = [];
    for (let index = 0; index < count; index++) {
        if (states[index] === STATE.holdsSigningKey)
            keys.push({ index, code: 'SIGNING_KEY' });
        if (states[index] === STATE.holdsPrivateKey)
            keys.push({ index, code: 'PRIVATE_KEY' });
    }
    return keys;
}

// EXTERNAL MODULE: ./src/manifest/hash-table-builder.ts
var hash_table_builder = __nccwpck_require__(1342);
// EXTERNAL MODULE: ./src/payload/server-tree.ts
var server_tree = __nccwpck_require__(1732);
// EXTERNAL MODULE: ./src/findings/json-value.ts
var json_value = __nccwpck_require__(7306);
// EXTERNAL MODULE: ./src/manifest/byte-order.ts
var byte_order = __nccwpck_require__(7602);
// EXTERNAL MODULE: ./src/manifest/php-json.ts
var php_json = __nccwpck_require__(9712);
;// CONCATENATED MODULE: ./src/manifest/mimetype-icons.ts



const FILES = ',\n\tfiles: ';
const THEMES = ',\n\tthemes: ';
/**
 * Whether a list of MIME types names the icons that are there now, of the server and of its themes: else Nextcloud takes it
 * for a file that somebody changed (`generateFile` in core/Command/Maintenance/Mimetype/GenerateMimetypeFileBuilder.php).
 *
 * @param text what stands in the list behind the aliases, each byte as a character
 */
function namesIconsOf(payload, text) {
    const themesAt = text.indexOf(THEMES);
    if (!text.startsWith(FILES) || themesAt < 0)
        return false;
    const icons = iconsIn(payload, 'core/img');
    if (!icons || text.slice(FILES.length, themesAt) !== encodeList(icons, ''))
        return false;
    const themes = text.slice(themesAt + THEMES.length);
    return themes.startsWith(encodeThemes(themesOf(payload), themes));
}
/** They stand there in the order in which the disk listed them. */
function encodeThemes(themes, like) {
    if (themes.size === 0)
        return '[]';
    const members = Array.from(themes, ([name, icons]) => `    ${name}: ${encodeList(icons, '    ')}`);
    return `{\n${members.sort((a, b) => like.indexOf(a) - like.indexOf(b)).join(',\n')}\n}`;
}
/** Icons by the name of their theme in JSON. */
function themesOf(payload) {
    const themes = new Map();
    for (const name of foldersOf(payload, 'themes')) {
        const icons = iconsIn(payload, `themes/${name}/core/img`);
        if (icons)
            themes.set((0,php_json/* encodePhpString */.kT)(name), icons);
    }
    return themes;
}
/** The names of the icons without their endings; undefined where there is no folder for them. */
function iconsIn(payload, folder) {
    if (!foldersOf(payload, folder).includes('filetypes'))
        return undefined;
    const names = filesIn(payload, `${folder}/filetypes`);
    return names && (0,byte_order/* sortByBytes */.n)([...new Set(names.map((name) => name.replace(/.[^.]*$/, '')))]);
}
function foldersOf(payload, folder) {
    return whereOneMayLook(() => payload.folders(folder)) ?? [];
}
function filesIn(payload, folder) {
    const entries = whereOneMayLook(() => payload.below(folder).list().entries);
    return entries?.filter(({ kind, path }) => kind === 'file' && !path.includes('/')).map(({ path }) => path);
}
/** A link out of the server is nothing that can be compared here, and no reason to stop. */
function whereOneMayLook(look) {
    try {
        return look();
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            return undefined;
        throw error;
    }
}
/** PHP's `json_encode` with `JSON_PRETTY_PRINT`. */
function encodeList(names, indent) {
    if (names.length === 0)
        return '[]';
    return `[\n${names.map((name) => `${indent}    ${(0,php_json/* encodePhpString */.kT)(name)}`).join(',\n')}\n${indent}]`;
}

;// CONCATENATED MODULE: ./src/manifest/mimetype-list.ts





/** Bytes of each of the three files; theirs have 10 KB. */
const MAX_SIZE = 1024 * 1024;
const BEGIN = '\taliases: ';
const END = ',\n\tfiles: ';
/**
 * What Nextcloud hashes in place of its list of MIME types when that was made anew with the owner's aliases, as
 * `occ maintenance:mimetype:update-js` does: the same list with its own aliases only (`generateHashes` in
 * lib/private/IntegrityCheck/Checker.php).
 *
 * @returns undefined where the file counts as it is: the owner has no aliases, or other ones or other icons than the file
 */
function originalMimetypeList(payload, { path, resolved }) {
    const own = readAliases(payload, server_tree/* OWN_ALIASES */.Wu);
    const shipped = own && readAliases(payload, server_tree/* SHIPPED_ALIASES */.zG);
    const content = shipped && payload.read(resolved ?? path, MAX_SIZE);
    if (!own || !shipped || typeof content !== 'object')
        return undefined;
    const text = content.toString('latin1');
    const merged = new Map([...shipped, ...own]);
    const start = text.indexOf(BEGIN) + BEGIN.length;
    const end = text.indexOf(END, start);
    if (start < BEGIN.length || end < 0 || text.slice(start, end) !== encode(merged))
        return undefined;
    if (!namesIconsOf(payload, text.slice(end)))
        return undefined;
    return external_node_buffer_.Buffer.from(text.slice(0, start) + encode(shipped) + text.slice(end), 'latin1');
}
/** An alias of another kind than text is nothing that can be compared here; the file counts as it is. */
function readAliases(payload, path) {
    const bytes = payload.read(path, MAX_SIZE);
    if (typeof bytes !== 'object')
        return undefined;
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    }
    catch {
        return undefined;
    }
    if (!(0,json_value/* isObject */.G)(json))
        return undefined;
    const entries = Object.entries(json);
    return entries.every((entry) => typeof entry[1] === 'string')
        ? new Map(entries)
        : undefined;
}
/** PHP's `json_encode` with `JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES`, without what begins with `_`: a comment. */
function encode(aliases) {
    const members = [...aliases]
        .filter(([type]) => !type.startsWith('_'))
        .map(([type, alias]) => `    ${encodeString(type)}: ${encodeString(alias)}`);
    return members.length > 0 ? `{\n${members.join(',\n')}\n}` : '[]';
}
function encodeString(text) {
    return (0,php_json/* encodePhpString */.kT)(text).replace(/\\([\\/])/g, (escaped, character) => (character === '/' ? '/' : escaped));
}

;// CONCATENATED MODULE: ./src/manifest/server-digests.ts





/** Below it, the server writes into its own .htaccess (SPEC 2). */
const MARKER = external_node_buffer_.Buffer.from('#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####');
/** Bytes. The servers read it whole; theirs have 5 KB. */
const MAX_HTACCESS = 16 * 1024 * 1024;
/**
 * The digests of files that a server's manifest does not hold as they are (SPEC 2).
 *
 * @param files the regular files of the server's own manifest
 * @returns path → SHA-512 in hex; only of such files
 * @throws AppsignError PAYLOAD_UNREADABLE
 */
function serverDigests(payload, files, server) {
    const digests = new Map();
    const set = (path, contentOf) => {
        const file = files.find((candidate) => candidate.path === path);
        const content = file && contentOf(file);
        if (content)
            digests.set(path, (0,external_node_crypto_.hash)('sha512', content, 'hex'));
    };
    set(server_tree/* HTACCESS */.Ps, (file) => aboveMarker(readHtaccess(payload, file)));
    if (server === 'nextcloud')
        set(server_tree/* MIMETYPE_LIST */.wK, (file) => originalMimetypeList(payload, file));
    return digests;
}
function readHtaccess(payload, { path, resolved }) {
    const content = payload.read(resolved ?? path, MAX_HTACCESS);
    if (content === 'too-large')
        throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `${path} is larger than ${MAX_HTACCESS / 1024 / 1024} MiB. Shorten it.`);
    return content;
}
/** What stands above the marker; undefined where it does not stand exactly once, and the whole file counts. */
function aboveMarker(content) {
    const at = content?.indexOf(MARKER) ?? -1;
    if (!content || at < 0 || content.includes(MARKER, at + MARKER.length))
        return undefined;
    return content.subarray(0, at);
}

;// CONCATENATED MODULE: ./src/manifest/build.ts








/**
 * Builds the manifest of a payload as a server's *verifier* would.
 *
 * @throws AppsignError PAYLOAD_UNREADABLE naming the file that could not be read
 */
async function buildManifest(payload, question) {
    const { server, scope, within, signed, leftOut } = question;
    const hashing = new Hashing({ samples: samplesFor(question), progress: payload.progress });
    const listing = payload.list(signed, (count) => hashing.expect(count));
    const entries = leftOut ? listing.entries.filter(({ path }) => !leftOut(path)) : listing.entries;
    const files = [];
    const dangling = [];
    const findings = [];
    for (const entry of entries) {
        if ((0,exclusions/* isPassedOver */.VZ)(entry.path, server, scope, within))
            continue;
        if (entry.kind !== 'folder-link' && (0,exclusions/* isExcluded */.RF)(entry.path, server, scope, within)) {
            if (within?.major === undefined && (0,exclusions/* isRecentlyExcluded */.bk)(entry.path, server))
                findings.push(recentExclusion(entry));
            continue;
        }
        if (entry.kind === 'file')
            files.push(entry);
        else if (entry.kind === 'dangling-link')
            dangling.push(entry.path);
        const finding = findingOf(entry, within !== undefined);
        if (finding)
            findings.push(finding);
    }
    // Names are looked at while workers hash.
    const [hashed, ofNames] = await Promise.all([
        payload.digests
            ? digestsOf(payload, files, dangling)
            : hashFolder(payload, files, dangling, hashing, within !== undefined),
        within ? [] : lookAtNames(payload, entries),
    ]);
    const { hashes, bytes } = hashed;
    if (scope === 'server')
        for (const [path, digest] of serverDigests(payload, files, server))
            hashes.replace(path, digest);
    return {
        hashes,
        bytes,
        findings: [
            ...payload.findings,
            ...listing.leftOut.map((vcs) => checkoutLeftOut(vcs, payload.isCheckout)),
            ...ignored(listing.entries.length - entries.length),
            ...ofNames,
            ...findings,
            ...hashed.findings,
        ],
    };
}
/** A server's own tests have private keys, and nobody but its makers could remove them; the one that signs is another matter. */
function samplesFor({ within, key }) {
    return within && !key ? undefined : (0,inspect/* keySamples */.Nr)(key);
}
async function lookAtNames(payload, entries) {
    return [...(0,never_ship/* neverShip */.BL)(entries), ...(0,never_ship/* largeSourceMaps */.MK)(payload, entries)];
}
async function hashFolder({ root }, files, dangling, hashing, inServer) {
    const paths = files.map(({ path }) => path);
    const { digests, bytes, keys } = await hashing.hash(root, paths);
    const told = inServer ? keys.filter(({ code }) => code !== 'PRIVATE_KEY') : keys;
    return {
        hashes: hash_table/* HashTable */.JD.of(paths, digests, dangling),
        bytes,
        findings: told.map(({ index, code }) => (0,inspect/* keyFinding */.FI)(code, paths[index] ?? '')),
    };
}
/** In an archive they are known from reading it. */
function digestsOf(payload, files, dangling) {
    const hashes = new hash_table_builder/* HashTableBuilder */.y();
    let bytes = 0;
    for (const file of files) {
        hashes.add(file.path, payload.digests?.get(file.path) ?? false);
        bytes += payload.sizeOf(file);
    }
    for (const path of dangling)
        hashes.add(path, false);
    return { hashes: hashes.build(), bytes, findings: [] };
}
function checkoutLeftOut(vcs, isCheckout) {
    return {
        code: 'VCS_FOLDER',
        severity: isCheckout ? 'notice' : 'warning',
        path: vcs,
        message: isCheckout
            ? `${vcs} of the checkout is left out: it never ships.`
            : `${vcs} was left out: it belongs to a checkout, and must not be in anything that is shipped.`,
        hint: `Keep it out of the archive as well: a server lists every file in it as EXTRA_FILE.`,
    };
}
function ignored(count) {
    if (count === 0)
        return [];
    return [
        {
            code: 'LEFT_OUT',
            severity: 'notice',
            message: `${count} ${count === 1 ? 'file is' : 'files are'} left out by exclude or .nextcloudignore, and not signed.`,
            hint: 'They must not be in what is shipped: pack with package, which leaves them out as well.',
        },
    ];
}


/***/ }),

/***/ 7602:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ compareBytes),
/* harmony export */   n: () => (/* binding */ sortByBytes)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);

const SURROGATE = /[\ud800-\udfff]/;
/**
 * Sorts names by their UTF-8 bytes, as both formats want it. JavaScript's own order differs above U+FFFF.
 *
 * @returns a new array
 */
function sortByBytes(names) {
    const sorted = [...names].sort();
    if (!SURROGATE.test(sorted.join('')))
        return sorted;
    return sorted
        .map((name) => ({ name, bytes: node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(name) }))
        .sort((a, b) => node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.compare(a.bytes, b.bytes))
        .map(({ name }) => name);
}
/** Negative, zero or positive: the order of two names by their UTF-8 bytes. */
function compareBytes(a, b) {
    return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.compare(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(a), node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(b));
}


/***/ }),

/***/ 5610:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ compareManifests)
/* harmony export */ });
/* harmony import */ var _payload_server_tree__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1732);
/* harmony import */ var _byte_order__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7602);


const APP = {
    INVALID_HASH: (path) => ({
        message: `"${path}" was changed after the app was signed.`,
        hint: 'Sign again after the last change, or undo the change.',
    }),
    FILE_MISSING: (path) => ({
        message: `"${path}" is in the signature, but not in the app.`,
        hint: 'Put the file back, or sign again without it.',
    }),
    EXTRA_FILE: (path) => ({
        message: `"${path}" is in the app, but not in the signature.`,
        hint: 'Remove the file, or sign again with it.',
    }),
};
const SERVER = {
    INVALID_HASH: (path) => ({
        message: `"${path}" was changed after the server was signed.`,
        hint: 'Take the file from the release of this very version.',
    }),
    FILE_MISSING: (path) => ({
        message: `"${path}" is in the signature, but not in the server.`,
        hint: 'Take the file from the release of this very version.',
    }),
    EXTRA_FILE: (path) => ({
        message: `"${path}" is in the server, but not in the signature.`,
        hint: _payload_server_tree__WEBPACK_IMPORTED_MODULE_0__/* .OTHER_APP_FOLDERS */ .JR.includes(path.split('/', 1)[0] ?? '')
            ? `Remove it, unless config.php names the folder ${path.split('/', 1)[0]} in apps_paths: such a server passes over it.`
            : 'Remove the file: it is of another version, or nobody knows what it does.',
    }),
};
const MESSAGES = { app: APP, server: SERVER };
const ORDER = ['INVALID_HASH', 'FILE_MISSING', 'EXTRA_FILE'];
/**
 * Compares what was signed with what is there, path by path (SPEC 3, step 6).
 *
 * @param expected the envelope's hashes; `false` where the signer met a dangling link
 * @param current the payload's manifest; `false` for a dangling link
 * @param scope whose words are used
 * @returns INVALID_HASH, FILE_MISSING, EXTRA_FILE, each by the bytes of its path. `unseenByValue` marks the paths that a
 *   server which compares by value would not show
 */
function compareManifests(expected, current, scope = 'app') {
    const differing = differingPaths(expected, current);
    const shown = shownByValue(expected, current, differing);
    const found = new Map(ORDER.map((code) => [code, []]));
    for (const path of (0,_byte_order__WEBPACK_IMPORTED_MODULE_1__/* .sortByBytes */ .n)(differing)) {
        const code = difference(expected.get(path), current.get(path));
        found.get(code)?.push({
            code,
            severity: 'error',
            path,
            expected: expected.get(path) || '',
            current: current.get(path) || '',
            ...MESSAGES[scope][code](path),
            ...(current.get(path) === false ? { hint: 'It is a link to a file that does not exist.' } : {}),
            ...(shown.has(path) ? {} : { unseenByValue: true }),
        });
    }
    return ORDER.flatMap((code) => found.get(code) ?? []);
}
/** The expected ones first, in their order. */
function differingPaths(expected, current) {
    const paths = new Set();
    for (const path of expected.keys())
        if (expected.get(path) !== current.get(path))
            paths.add(path);
    for (const path of current.keys())
        if (!expected.has(path))
            paths.add(path);
    return paths;
}
function difference(expected, current) {
    if (expected === undefined)
        return 'EXTRA_FILE';
    return current === undefined ? 'FILE_MISSING' : 'INVALID_HASH';
}
/**
 * The paths that `array_unique(array_merge(array_diff(A, B), array_diff(B, A)))` leaves: hashes that the other side has
 * nowhere, each hash once. Two new files of one content depend on the order of the disk; the first by name is taken.
 */
function shownByValue(expected, current, differing) {
    const merged = new Map();
    const collect = (from, other, paths) => {
        const lacking = new Map();
        for (const path of paths)
            if (from.has(path))
                lacking.set(path, from.get(path) || '');
        if (lacking.size === 0)
            return;
        const known = intersection(new Set(lacking.values()), other);
        for (const [path, hash] of lacking)
            if (!known.has(hash))
                merged.set(path, hash);
    };
    collect(expected, current, differing);
    collect(current, expected, (0,_byte_order__WEBPACK_IMPORTED_MODULE_1__/* .sortByBytes */ .n)(differing));
    const seen = new Set();
    const paths = new Set();
    for (const [path, hash] of merged) {
        if (seen.has(hash))
            continue;
        seen.add(hash);
        paths.add(path);
    }
    return paths;
}
/** Those of the values that a manifest has somewhere. */
function intersection(values, hashes) {
    const known = new Set();
    for (const hash of hashes.values())
        if (values.has(hash || ''))
            known.add(hash || '');
    return known;
}


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ HashTableBuilder)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _hash_table__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8820);


/** A SHA-512 digest in hex. */
const DIGEST = /^[0-9a-f]{128}$/;
/** What a digit of lower-case hex is worth, by its character code; 16 for anything else. */
const NO_DIGIT = 16;
const WORTH = Uint8Array.from({ length: 256 }, (_, code) => {
    const worth = '0123456789abcdef'.indexOf(String.fromCharCode(code));
    return worth < 0 ? NO_DIGIT : worth;
});
/** Gathers paths and hashes in any order for a table. Of a path that comes twice the last hash counts. */
class HashTableBuilder {
    like;
    paths = [];
    digests = [];
    others = new Map();
    /** @param like a table whose paths are probably the same, and then shared */
    constructor(like) {
        this.like = like;
    }
    add(path, hash) {
        if (hash !== false && DIGEST.test(hash))
            this.addDigits(path, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(hash), 0);
        else
            this.others.set(this.paths.push(path) - 1, hash);
    }
    /**
     * Adds a digest from a text of which it is a part.
     *
     * @param bytes the text
     * @param start where the digest's digits begin in it
     * @returns false, with nothing added, where there are not 128 digits
     */
    addDigits(path, bytes, start) {
        const place = this.paths.length;
        const buffer = this.bufferOf(place);
        const first = (place % _hash_table__WEBPACK_IMPORTED_MODULE_1__/* .PER_BUFFER */ .PA) * _hash_table__WEBPACK_IMPORTED_MODULE_1__/* .DIGEST_SIZE */ .PY;
        for (let index = 0; index < _hash_table__WEBPACK_IMPORTED_MODULE_1__/* .DIGEST_SIZE */ .PY; index++) {
            const high = WORTH[bytes[start + 2 * index] ?? 0] ?? NO_DIGIT;
            const low = WORTH[bytes[start + 2 * index + 1] ?? 0] ?? NO_DIGIT;
            if (high === NO_DIGIT || low === NO_DIGIT)
                return false;
            buffer[first + index] = high * 16 + low;
        }
        this.paths.push(this.like?.own(path) ?? path);
        return true;
    }
    build() {
        return new _hash_table__WEBPACK_IMPORTED_MODULE_1__/* .HashTable */ .JD(this.paths, this.digests, this.others);
    }
    bufferOf(place) {
        const index = Math.floor(place / _hash_table__WEBPACK_IMPORTED_MODULE_1__/* .PER_BUFFER */ .PA);
        const buffer = this.digests[index] ?? node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.allocUnsafeSlow(_hash_table__WEBPACK_IMPORTED_MODULE_1__/* .PER_BUFFER */ .PA * _hash_table__WEBPACK_IMPORTED_MODULE_1__/* .DIGEST_SIZE */ .PY);
        this.digests[index] = buffer;
        return buffer;
    }
}


/***/ }),

/***/ 8820:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ HashTable),
/* harmony export */   PA: () => (/* binding */ PER_BUFFER),
/* harmony export */   PY: () => (/* binding */ DIGEST_SIZE)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);

/** Bytes of a SHA-512 digest. */
const DIGEST_SIZE = 64;
/** Digests in one buffer, so that room is made as it is needed and nothing is moved. */
const PER_BUFFER = 1024;
/**
 * Path → SHA-512 in lower-case hex, as a Map in a third of its memory: paths are sorted, and digests are bytes that become
 * text when they are asked for. To ask for the paths in their order is as fast as with a Map; others are searched.
 */
class HashTable {
    digests;
    others;
    paths;
    /** Where the hash of each path is; undefined when it is where the path is. */
    places;
    last = -1;
    /**
     * @param paths in any order; of one that comes twice the last counts
     * @param digests raw, in the order of the paths, 1024 in each buffer
     * @param others hashes that are no digests, by the index of their path
     */
    constructor(paths, digests, others) {
        this.digests = digests;
        this.others = others;
        this.places = isSorted(paths) ? undefined : sortedPlaces(paths);
        this.paths = this.places ? Array.from(this.places, (place) => paths[place] ?? '') : paths;
    }
    /**
     * @param digests raw and side by side, in the order of the paths; they are not copied
     * @param dangling further paths, those of dangling links
     */
    static of(paths, digests, dangling) {
        const buffers = [];
        for (let at = 0; at < digests.length; at += PER_BUFFER * DIGEST_SIZE)
            buffers.push(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(digests.buffer, digests.byteOffset + at, Math.min(PER_BUFFER * DIGEST_SIZE, digests.length - at)));
        const others = new Map(dangling.map((_, index) => [paths.length + index, false]));
        return new HashTable(dangling.length > 0 ? [...paths, ...dangling] : paths, buffers, others);
    }
    get size() {
        return this.paths.length;
    }
    has(path) {
        return this.indexOf(path) !== undefined;
    }
    get(path) {
        const index = this.indexOf(path);
        return index === undefined ? undefined : this.at(index);
    }
    /** Says something else of a path that it has. */
    replace(path, hash) {
        const index = this.indexOf(path);
        if (index !== undefined)
            this.others.set(this.placeOf(index), hash);
    }
    keys() {
        return this.paths.values();
    }
    *values() {
        for (let index = 0; index < this.size; index++)
            yield this.at(index);
    }
    *entries() {
        for (const [index, path] of this.paths.entries())
            yield [path, this.at(index)];
    }
    [Symbol.iterator]() {
        return this.entries();
    }
    forEach(call) {
        for (const [path, hash] of this)
            call(hash, path, this);
    }
    /** The same path, as the very string that this table has, if it has it: so that two tables share theirs. */
    own(path) {
        const index = this.indexOf(path);
        return index === undefined ? path : (this.paths[index] ?? path);
    }
    at(index) {
        const place = this.placeOf(index);
        const other = this.others.size > 0 ? this.others.get(place) : undefined;
        if (other !== undefined)
            return other;
        const first = (place % PER_BUFFER) * DIGEST_SIZE;
        return this.digests[Math.floor(place / PER_BUFFER)]?.toString('hex', first, first + DIGEST_SIZE) ?? '';
    }
    placeOf(index) {
        return this.places?.[index] ?? index;
    }
    indexOf(path) {
        const { paths, last } = this;
        const isNext = paths[last + 1] === path;
        const index = isNext ? last + 1 : paths[last] === path ? last : search(paths, path);
        if (index !== undefined)
            this.last = index;
        return index;
    }
}
function isSorted(paths) {
    return paths.every((path, index) => index === 0 || (paths[index - 1] ?? '') < path);
}
/** Indices of the paths in their order, each path once. */
function sortedPlaces(paths) {
    const at = (place) => paths[place] ?? '';
    // Stable: of equal paths the last comes last.
    const sorted = Uint32Array.from(paths.keys()).sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
    return sorted.filter((place, index) => index + 1 === sorted.length || at(place) !== at(sorted[index + 1] ?? 0));
}
function search(paths, path) {
    let from = 0;
    let to = paths.length;
    while (from < to) {
        const middle = (from + to) >> 1;
        if ((paths[middle] ?? '') < path)
            from = middle + 1;
        else
            to = middle;
    }
    return paths[from] === path ? from : undefined;
}


/***/ }),

/***/ 2083:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ numericNames)
/* harmony export */ });
/* harmony import */ var _php_number__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(163);

/**
 * Warnings on names that only newer servers sort as we do: since PHP 8.2 an integer key and a name are compared as text,
 * before as numbers.
 *
 * @param paths of a manifest in the legacy format
 */
function numericNames(paths) {
    return [...paths].filter(_php_number__WEBPACK_IMPORTED_MODULE_0__/* .isIntegerKey */ .y).map((path) => ({
        code: 'NUMERIC_NAMES',
        severity: 'warning',
        path,
        message: `"${path}" looks like a number, and PHP before 8.2 sorts such names differently: servers on it say "Signature could not get verified."`,
        hint: 'Rename the file, or put it into a folder.',
    }));
}


/***/ }),

/***/ 9712:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ encodePhpJson),
/* harmony export */   XD: () => (/* binding */ prettyPhpJson),
/* harmony export */   kT: () => (/* binding */ encodePhpString)
/* harmony export */ });
/* harmony import */ var _php_number__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(163);

const PLAIN = /^[\x20-\x21\x23-\x5b\x5d-\x7f]*$/;
const SPECIAL = /["\\\x00-\x1f]|[^\x00-\x7f]/g;
const SHORT = {
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};
/** Members that are put together before they are handed on. */
const PER_PIECE = 256;
const COMPACT = { before: '', colon: ':', comma: ',' };
const PRETTY = { before: '        ', colon: ': ', comma: ',\n' };
/**
 * A string as PHP's `json_encode` writes it (SPEC 3): slashes escaped, every UTF-16 unit above 0x7f as `\uxxxx`.
 *
 * @returns ASCII, with its quotes
 */
function encodePhpString(text) {
    return escapeSlashes(quote(text));
}
/**
 * The signed bytes of the legacy format: PHP's `json_encode` of an array.
 *
 * @param paths in PHP's order (`sortLikePhp`)
 * @param hashes of these paths
 * @yields compact JSON in pieces, ASCII
 */
function* encodePhpJson(paths, hashes) {
    if (isList(paths)) {
        yield `[${paths.map((path) => escapeSlashes(quoteHash(hashes, path))).join(',')}]`;
        return;
    }
    yield '{';
    yield* encodeMembers(paths, hashes, COMPACT);
    yield '}';
}
/**
 * A whole legacy envelope as PHP's `json_encode` with `JSON_PRETTY_PRINT` writes it (SPEC 3, "File as written").
 *
 * @param paths in PHP's order
 * @param signature in base64
 * @param certificate as PEM
 * @yields ASCII in pieces, four spaces of indentation, no newline at the end
 */
function* prettyPhpJson(paths, hashes, signature, certificate) {
    yield '{\n    "hashes": {\n';
    yield* encodeMembers(paths, hashes, PRETTY);
    yield '\n    },\n';
    yield `    "signature": ${encodePhpString(signature)},\n`;
    yield `    "certificate": ${encodePhpString(certificate)}\n}`;
}
function* encodeMembers(paths, hashes, layout) {
    for (let from = 0; from < paths.length; from += PER_PIECE) {
        const members = paths
            .slice(from, from + PER_PIECE)
            .map((path) => layout.before + quote(path) + layout.colon + quoteHash(hashes, path));
        // Slashes stand in strings only, so all of them may be escaped at once.
        yield (from > 0 ? layout.comma : '') + escapeSlashes(members.join(layout.comma));
    }
}
/** PHP writes an array whose keys count up from 0 as a list. */
function isList(paths) {
    return paths.every((path, index) => (0,_php_number__WEBPACK_IMPORTED_MODULE_0__/* .isIntegerKey */ .y)(path) && path === String(index));
}
/** All escapes but that of the slash. */
function quote(text) {
    if (PLAIN.test(text))
        return `"${text}"`;
    // Without the u flag: surrogate pairs come as two units, as PHP writes them.
    return `"${text.replace(SPECIAL, (unit) => SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}
function quoteHash(hashes, path) {
    const hash = hashes.get(path) ?? false;
    return hash === false ? 'false' : quote(hash);
}
function escapeSlashes(json) {
    return json.replaceAll('/', '\\/');
}


/***/ }),

/***/ 163:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ phpNumber),
/* harmony export */   y: () => (/* binding */ isIntegerKey)
/* harmony export */ });
const NUMERIC = /^[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)[ \t\n\r\v\f]*$/;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
/**
 * PHP 8's idea of a numeric string (SPEC 3): `404`, `1.0`, `1e1`, ` 1`, `1 `, `+1`, `.5`, `-0`.
 *
 * @returns undefined for any other string
 */
function phpNumber(name) {
    const digits = NUMERIC.exec(name)?.[1];
    if (digits === undefined)
        return undefined;
    if (!/^[+-]?\d+$/.test(digits))
        return { kind: 'double', value: Number(digits), overflow: 0 };
    const value = BigInt(digits.replace(/^\+/, ''));
    if (value >= INT64_MIN && value <= INT64_MAX)
        return { kind: 'int', value };
    return { kind: 'double', value: Number(digits), overflow: value < 0n ? -1 : 1 };
}
/** True for the names that become integer keys of a PHP array: canonical decimals of 64 bits, not `01`, `-0`, `+1`. */
function isIntegerKey(name) {
    if (!/^(?:0|-?[1-9]\d*)$/.test(name))
        return false;
    const value = BigInt(name);
    return value >= INT64_MIN && value <= INT64_MAX;
}


/***/ }),

/***/ 6447:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isHttps),
/* harmony export */   U: () => (/* binding */ shownAddress)
/* harmony export */ });
/** An address without what may be secret in it: user, password, query. */
function shownAddress(url) {
    const { protocol = '', host = '', pathname = '' } = URL.canParse(url) ? new URL(url) : {};
    return host ? `${protocol}//${host}${pathname}` : 'what was given';
}
/** True for the beginning of an https address; what follows may still be no host. */
function isHttps(url) {
    return /^https:\/\//i.test(url);
}


/***/ }),

/***/ 9773:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ fetchBytes)
/* harmony export */ });
/* harmony import */ var _request__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2170);
/* harmony import */ var _retry__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7893);


/**
 * Fetches a small public file over https. Redirects are not followed; 429, 5xx and connections that fail are tried again.
 *
 * @returns the body of the answer 200, not yet looked at
 * @throws Refusal with the status for any other answer; Error when there is none. One line each, with nothing secret in it.
 */
function fetchBytes(url, limits, pause) {
    return (0,_retry__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(() => fetchOnce(url, limits), limits.pauses, pause);
}
async function fetchOnce(url, { size, timeout }) {
    const response = await (0,_request__WEBPACK_IMPORTED_MODULE_0__/* .request */ .Em)(url, { timeout });
    const { status } = response;
    if (status === 200)
        return (0,_request__WEBPACK_IMPORTED_MODULE_0__/* .readAll */ .yw)(response, size);
    await (0,_request__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
    if (status >= 500 || status === 429)
        throw new Error(`${(0,_request__WEBPACK_IMPORTED_MODULE_0__/* .hostOf */ .w4)(url)} answered ${status}`);
    if (status >= 300 && status < 400)
        throw new _retry__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P(`${(0,_request__WEBPACK_IMPORTED_MODULE_0__/* .hostOf */ .w4)(url)} redirects elsewhere, which is not followed`, status);
    throw new _retry__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P(`${(0,_request__WEBPACK_IMPORTED_MODULE_0__/* .hostOf */ .w4)(url)} answered ${status}`, status);
}


/***/ }),

/***/ 2170:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   ut: () => (/* binding */ readPieces),
/* harmony export */   vf: () => (/* binding */ discard),
/* harmony export */   w4: () => (/* binding */ hostOf),
/* harmony export */   yw: () => (/* binding */ readAll)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6927);
/* harmony import */ var _address__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6447);
/* harmony import */ var _retry__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7893);




/**
 * Sends one request to one https address. Redirects are answers like others: nothing is followed.
 *
 * @returns whatever status came back, its body unread
 * @throws Refusal when the address is not https; Error, in one line without anything secret, when there is no answer
 */
async function request(url, { timeout, ...sent }) {
    if (!(0,_address__WEBPACK_IMPORTED_MODULE_3__/* .isHttps */ .Q)(url))
        throw new _retry__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P(`${(0,_address__WEBPACK_IMPORTED_MODULE_3__/* .shownAddress */ .U)(url)} is not an https address`);
    try {
        return await fetch(url, { ...sent, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    }
    catch (error) {
        throw new Error(`${hostOf(url)} can not be reached (${whyOf(error)})`);
    }
}
/**
 * The bytes of an answer, piece by piece as they come.
 *
 * @param limit bytes; a longer answer is given up
 * @throws Refusal when it is longer; Error when it breaks off
 */
async function* readPieces(response, limit) {
    let size = 0;
    try {
        for await (const piece of response.body ?? []) {
            size += piece.length;
            if (size > limit)
                throw new _retry__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P(`the answer is larger than ${mebibytes(limit)}`, response.status);
            yield piece;
        }
    }
    catch (error) {
        if (error instanceof _retry__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P)
            throw error;
        throw new Error(`the answer of ${hostOf(response.url)} broke off (${whyOf(error)})`);
    }
}
/** All bytes of an answer; see `readPieces`. */
async function readAll(response, limit) {
    const pieces = [];
    for await (const piece of readPieces(response, limit))
        pieces.push(piece);
    return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.concat(pieces);
}
/** Lets go of an answer whose body nobody wants. */
async function discard(response) {
    // A connection that broke in the meantime is let go of already.
    await response.body?.cancel().catch(() => undefined);
}
/** Host and port, for messages. */
function hostOf(url) {
    return URL.canParse(url) ? new URL(url).host : 'what was given';
}
function mebibytes(bytes) {
    return bytes % (1024 * 1024) === 0 ? `${bytes / 1024 / 1024} MiB` : `${Math.round(bytes / 1024)} KiB`;
}
/** Only the innermost reason: the outer ones may quote the whole address. Of several addresses each has its own. */
function whyOf(error) {
    if (error instanceof Error && error.name === 'TimeoutError')
        return 'it takes too long';
    const cause = error instanceof Error ? error.cause : undefined;
    const inner = cause instanceof AggregateError ? cause.errors[0] : cause;
    return inner instanceof Error ? (0,_findings_errors__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(inner) : 'no connection';
}


/***/ }),

/***/ 7893:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry),
/* harmony export */   P: () => (/* binding */ Refusal)
/* harmony export */ });
/** An answer that another try would not change. One line, and nothing secret in it. */
class Refusal extends Error {
    /** HTTP status, when there was one. */
    status;
    constructor(message, status) {
        super(message);
        this.status = status;
    }
}
/**
 * Does something that may fail for a moment, once more after each pause. A `Refusal` is final.
 *
 * @param pauses milliseconds before the second try, the third, …
 * @returns what the first successful try returns
 * @throws what the last try threw
 */
async function retry(attempt, pauses, pause) {
    for (const milliseconds of pauses) {
        try {
            return await attempt();
        }
        catch (error) {
            if (error instanceof Refusal)
                throw error;
        }
        await pause(milliseconds);
    }
    return attempt();
}


/***/ }),

/***/ 3219:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  LL: () => (/* binding */ APP_INFO),
  SL: () => (/* binding */ MAX_APP_INFO_SIZE),
  d1: () => (/* binding */ parseAppInfo),
  Mh: () => (/* binding */ readAppInfo)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __nccwpck_require__(9800);
;// CONCATENATED MODULE: ./src/payload/xml.ts

/** What is wrong with a document, and in which line, from 1. */
class XmlError extends Error {
}
/**
 * Reads an XML document. Names are taken as they are written, prefixes included; the five entities of XML stand for their
 * characters, and there are no others.
 *
 * @param xml the text, without a byte order mark
 * @returns its outermost element
 * @throws XmlError when it is not well-formed
 */
function parseXml(xml) {
    const document = { name: '', attributes: {}, text: '', children: [] };
    const open = [document];
    const parser = new saxes/* SaxesParser */.wT();
    const addText = (text) => {
        const inner = open.at(-1);
        if (inner)
            inner.text += text;
    };
    parser.on('opentag', ({ name, attributes }) => {
        const element = { name, attributes, text: '', children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
    });
    parser.on('closetag', () => open.pop());
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('error', (error) => {
        throw new XmlError(`${error.message.replace(/^\d+:\d+: |\.$/g, '')} (line ${parser.line})`);
    });
    parser.write(xml).close();
    const [root] = document.children;
    // A document without one is an error before this.
    return root ?? document;
}

;// CONCATENATED MODULE: ./src/payload/app-info.ts



/** Where an app says what it is, relative to its root. */
const APP_INFO = 'appinfo/info.xml';
/** Bytes. The store takes half of it (SPEC 6). */
const MAX_APP_INFO_SIZE = 1024 * 1024;
/** What was read already: a run asks several times, and each takes 1 ms. */
const known = new WeakMap();
/**
 * Reads a payload's info.xml, once.
 *
 * @throws AppsignError APP_INFO_INVALID when there is none, it is too large, is not XML, has entities or has no id
 */
function readAppInfo(payload) {
    const info = known.get(payload) ?? readOnce(payload);
    known.set(payload, info);
    return info;
}
function readOnce(payload) {
    const bytes = payload.read(APP_INFO, MAX_APP_INFO_SIZE);
    if (bytes === undefined)
        throw fail(`is missing in "${payload.name}". The path must be the folder of an app, the one that holds appinfo/.`);
    if (bytes === 'too-large')
        throw fail('is larger than 1 MiB; the App Store takes 512 KB. Shorten it.');
    return parseAppInfo(bytes);
}
/**
 * Reads the bytes of an info.xml.
 *
 * @throws AppsignError APP_INFO_INVALID
 */
function parseAppInfo(bytes) {
    const xml = decode(bytes);
    // No server expands entities here, and a file that needs them would read differently in each of them.
    const [prolog = ''] = withoutComments(xml).split(/<[A-Za-z_]/, 1);
    if (/<!(?:ENTITY|DOCTYPE[^>[]*(?:SYSTEM|PUBLIC))/.test(prolog))
        throw fail('declares an entity or an external DTD, which no server reads. Remove the <!DOCTYPE …> declaration.');
    const info = readXml(xml);
    if (info.name !== 'info')
        throw fail('has no <info> as its outermost element.');
    const [id, ...more] = childrenOf(info, 'id');
    if (more.length > 0)
        throw fail('has more than one <id>. Keep one.');
    const idText = textOf(id);
    if (idText === '')
        throw fail('has no <id>. Add the app id, the same as the folder and the certificate have.');
    const [dependencies] = childrenOf(info, 'dependencies');
    return {
        id: idText,
        version: textOf(childrenOf(info, 'version')[0]),
        dependencies: { ...rangeOf('nextcloud', dependencies), ...rangeOf('owncloud', dependencies) },
    };
}
function readXml(xml) {
    try {
        return parseXml(xml);
    }
    catch (error) {
        if (error instanceof XmlError)
            throw fail(`is not well-formed XML: ${error.message}. Mend it there.`, error);
        throw error;
    }
}
function rangeOf(server, dependencies) {
    const [element] = dependencies ? childrenOf(dependencies, server) : [];
    if (!element)
        return {};
    const version = (name) => element.attributes[name]?.trim() || undefined;
    return { [server]: { min: version('min-version'), max: version('max-version') } };
}
function childrenOf({ children }, name) {
    return children.filter((child) => child.name === name);
}
function textOf(element) {
    return element?.text.trim() ?? '';
}
/** By hand: a regular expression would look for the end again from each beginning. */
function withoutComments(xml) {
    let text = '';
    let at = 0;
    for (let start = xml.indexOf('<!--'); start >= 0; start = xml.indexOf('<!--', at)) {
        const end = xml.indexOf('-->', start + 4);
        if (end < 0)
            break;
        text += xml.slice(at, start);
        at = end + 3;
    }
    return text + xml.slice(at);
}
function decode(bytes) {
    const head = external_node_buffer_.Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    const declared = /^[^<]{0,3}<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(head)?.[1];
    const label = head.startsWith('\xff\xfe')
        ? 'utf-16le'
        : head.startsWith('\xfe\xff')
            ? 'utf-16be'
            : (declared ?? 'utf-8');
    // What is UTF-8 most often needs no decoder, which takes 1 ms to be made.
    if (/^utf-?8$/i.test(label) && (0,external_node_buffer_.isUtf8)(bytes))
        return external_node_buffer_.Buffer.from(bytes)
            .toString()
            .replace(/^\ufeff/, '');
    try {
        return new TextDecoder(label, { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw fail(`is not text in ${label}. Save it as UTF-8.`, error);
    }
}
function fail(what, cause) {
    return new errors/* AppsignError */.xE('APP_INFO_INVALID', `${APP_INFO} ${what}`, cause);
}


/***/ }),

/***/ 3907:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ writeAtomically)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6927);





/**
 * Writes a file so that a failure leaves what was there before: a temporary file beside it, fsync, rename.
 *
 * @param path absolute path of the file
 * @param pieces what it shall hold, text in UTF-8
 * @param name the path for messages
 * @param check looks at what is on the disk before that takes its place, given a function that reads it back and makes sure
 *   that it is what was written; when it throws, nothing has changed
 * @throws AppsignError WRITE_FAILED, or what `check` throws
 */
async function writeAtomically(path, pieces, name, check) {
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomBytes)(6).toString('hex')}.tmp`);
    try {
        const checksum = writeThrough(temporary, pieces);
        await check(() => readBack(temporary, checksum));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.renameSync)(temporary, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.rmSync)(temporary, { force: true });
        if (error instanceof _findings_errors__WEBPACK_IMPORTED_MODULE_4__/* .AppsignError */ .xE)
            throw error;
        throw new _findings_errors__WEBPACK_IMPORTED_MODULE_4__/* .AppsignError */ .xE('WRITE_FAILED', `"${name}" can not be written: ${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(error)}. Make the folder writable for this step.`, error);
    }
}
/** @returns the checksum of what was written */
function writeThrough(path, pieces) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.openSync)(path, 'wx', 0o644);
    const checksum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)('sha256');
    try {
        for (const piece of pieces) {
            const bytes = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(piece);
            checksum.update(bytes);
            for (let written = 0; written < bytes.length;)
                written += (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.writeSync)(file, bytes, written);
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.fsyncSync)(file);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.closeSync)(file);
    }
    return checksum.digest('hex');
}
/** @returns what the disk holds, when that is what was written */
function readBack(path, checksum) {
    const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(path);
    if ((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)('sha256').update(bytes).digest('hex') !== checksum)
        throw new Error('the disk returned other bytes than were written');
    return bytes;
}


/***/ }),

/***/ 5993:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RF: () => (/* binding */ isExcluded),
/* harmony export */   SE: () => (/* binding */ SERVER_FOLDERS),
/* harmony export */   VZ: () => (/* binding */ isPassedOver),
/* harmony export */   bk: () => (/* binding */ isRecentlyExcluded),
/* harmony export */   pt: () => (/* binding */ isSignatureFile),
/* harmony export */   uQ: () => (/* binding */ isCompared)
/* harmony export */ });
/** Exact relative paths that are never signed, on any server (SPEC 2). */
const SIGNATURE_FILES = new Set(['appinfo/signature.json', 'core/signature.json']);
/** What a server's own signature leaves out at the top, whatever it is: a folder, a link or a file (SPEC 2). */
const SERVER_FOLDERS = new Set(['data', 'themes', 'config', 'apps', 'assets', 'lost+found']);
/**
 * What Nextcloud leaves out besides, because its updater is replaced after the check. The list from which it signs is the
 * one with which it verifies (lib/private/IntegrityCheck/Iterator/ExcludeFoldersByPathFilterIterator.php).
 */
const UPDATER_FOLDERS = new Set(['updater', '_oc_upgrade']);
/** Paths in a server's envelope that begin so are not compared by Nextcloud (SPEC 2). */
const UPDATER = 'updater/';
/** What is left out only by recent Nextcloud servers: an older one reports it as EXTRA_FILE (SPEC 2). */
const RECENT_NAMES = new Set(['nextcloud-init-sync.lock']);
/** The first version that does so (nextcloud/server pull request 48268, of stable30). */
const RECENT_MAJOR = 30;
/** The first ownCloud that leaves out its list of MIME types; an older one signs and compares it (owncloud/core 29048, 29316). */
const PATH_PATTERNS_SINCE = [10, 0, 4];
const TABLES = {
    nextcloud: {
        names: new Set(['.DS_Store', '.directory', '.rnd', '.webapp', 'Thumbs.db', ...RECENT_NAMES]),
        namePatterns: [/^\.webapp-nextcloud-(\d+\.){2}(\d+)(-r\d+)?\n?$/],
        pathPatterns: [],
    },
    owncloud: {
        names: new Set(['.DS_Store', 'Thumbs.db', '.directory', '.webapp']),
        namePatterns: [/^\.webapp-owncloud-/],
        // The dots are the servers' own, unescaped: any character but a newline stands for them.
        pathPatterns: [/\/core\/js\/mimetypelist.js\n?$/],
    },
};
/**
 * Whether a server leaves this file out of its manifest, when signing and when verifying (SPEC 2).
 *
 * @param path of a file or of a link to one, relative to the root, forward slashes; compared case-sensitively
 * @param within the server that does so, where it is known
 */
function isExcluded(path, server, scope, within) {
    if (isSignatureFile(path) || isPassedOver(path, server, scope, within))
        return true;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const table = TABLES[server];
    if (within?.major !== undefined && within.major < RECENT_MAJOR && RECENT_NAMES.has(name))
        return false;
    return (table.names.has(name) ||
        table.namePatterns.some((pattern) => pattern.test(name)) ||
        (table.pathPatterns.some((pattern) => pattern.test(`/${path}`)) && !isBeforePathPatterns(within?.version)));
}
function isBeforePathPatterns(version = '') {
    const numbers = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
    const at = numbers?.findIndex((number, place) => number !== PATH_PATTERNS_SINCE[place]) ?? -1;
    return at >= 0 && (numbers?.[at] ?? 0) < (PATH_PATTERNS_SINCE[at] ?? 0);
}
/**
 * Whether a server does not look at this at all, whatever it is: not even at where a link leads.
 *
 * @param path relative to the root
 */
function isPassedOver(path, server, scope, within) {
    if (scope === 'app')
        return false;
    const top = path.split('/', 1)[0] ?? '';
    if (within?.appRoots?.has(top))
        return true;
    return SERVER_FOLDERS.has(top) || (server === 'nextcloud' && UPDATER_FOLDERS.has(top));
}
/** Whether what an envelope says of this path is compared with what is there. */
function isCompared(path, server, scope) {
    return scope === 'app' || server === 'owncloud' || !path.startsWith(UPDATER);
}
/** Whether this path holds a signature, of an app or of a server. */
function isSignatureFile(path) {
    return SIGNATURE_FILES.has(path);
}
/** Whether this file is left out by recent servers only, so that not every server agrees with the signature. */
function isRecentlyExcluded(path, server) {
    return server === 'nextcloud' && RECENT_NAMES.has(path.slice(path.lastIndexOf('/') + 1));
}


/***/ }),

/***/ 3341:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ openFolder)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: ./src/payload/exclusions.ts
var exclusions = __nccwpck_require__(5993);
// EXTERNAL MODULE: ./src/payload/name.ts
var payload_name = __nccwpck_require__(8175);
;// CONCATENATED MODULE: ./src/payload/children.ts


/** What stands in for bytes that are not UTF-8; names may have it of their own. */
const REPLACEMENT = '\ufffd';
/**
 * Lists a folder on disk. A name that is not UTF-8 would be silently altered (SPEC 2), so a folder in which one may be is
 * listed again as bytes; to list all of them so would take twice as long.
 *
 * @param path absolute
 * @throws the file system's error
 */
function readChildren(path) {
    const children = (0,external_node_fs_.readdirSync)(path, { withFileTypes: true });
    if (children.some(({ name }) => name.includes(REPLACEMENT)))
        return (0,external_node_fs_.readdirSync)(path, { withFileTypes: true, encoding: 'buffer' }).map((type) => ({
            ...(0,payload_name/* decodeName */.e)(type.name),
            type,
        }));
    return children.map((type) => ({ text: type.name, valid: true, type }));
}

;// CONCATENATED MODULE: ./src/payload/link.ts


/** More hops than this is a loop; Linux stops at 40 as well. */
const MAX_HOPS = 40;
/**
 * What a symbolic link in a folder is to the servers (SPEC 2): they follow it to a file, pass it over when it leads to a
 * folder, and write `false` when it dangles. One that leaves the payload is never read: what it points to does not ship.
 *
 * @param root absolute path of the payload, without links in it
 * @param path the link's path relative to the root
 * @param leftOut top-level names that do not ship: what points into them leaves the payload
 */
function classifyLink(root, path, leftOut) {
    const absolute = (0,external_node_path_.join)(root, path);
    const target = (0,external_node_fs_.readlinkSync)(absolute);
    const link = { path, target };
    if (!staysInside(root, absolute))
        return { ...link, kind: 'leaving-link' };
    let real;
    try {
        real = external_node_fs_.realpathSync.native(absolute);
    }
    catch {
        // ENOENT, or ELOOP for a link that leads to itself: no server finds a file there.
        return { ...link, kind: 'dangling-link' };
    }
    if (!isInside(root, real))
        return { ...link, kind: 'leaving-link' };
    const resolved = (0,external_node_path_.relative)(root, real).split(external_node_path_.sep).join('/');
    if (leftOut.has(resolved.split('/')[0] ?? ''))
        return { ...link, kind: 'leaving-link' };
    const stat = (0,external_node_fs_.statSync)(real);
    if (stat.isDirectory())
        return { ...link, kind: 'folder-link' };
    if (!stat.isFile())
        return { ...link, kind: 'special' };
    return { ...link, kind: 'file', resolved };
}
/**
 * Follows a link step by step, as the kernel does: an absolute target leaves, and so does a way that goes through a folder
 * above, even one that comes back.
 */
function staysInside(root, link) {
    let current = (0,external_node_path_.dirname)(link);
    const steps = [(0,external_node_path_.basename)(link)];
    for (let hops = 0; steps.length > 0;) {
        const step = steps.shift();
        if (step === undefined || step === '' || step === '.')
            continue;
        const next = step === '..' ? (0,external_node_path_.dirname)(current) : (0,external_node_path_.join)(current, step);
        if (!isInside(root, next))
            return false;
        let target;
        try {
            target = (0,external_node_fs_.readlinkSync)(next);
        }
        catch {
            // No link; where there is nothing at all the link dangles, and the rest of its text decides.
            current = next;
            continue;
        }
        if ((0,external_node_path_.isAbsolute)(target))
            return false;
        if (++hops > MAX_HOPS)
            return true;
        steps.unshift(...target.split('/'));
    }
    return true;
}
/** True when an absolute path is the root or below it. */
function isInside(root, path) {
    const way = (0,external_node_path_.relative)(root, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}

;// CONCATENATED MODULE: ./src/payload/folder-part.ts





/**
 * Names of the folders directly below a folder on disk, and of links to folders.
 *
 * @param root absolute path of the payload, without links in it
 * @param path relative to the root
 * @param name of the payload, for messages
 * @returns none where there is no such folder
 * @throws AppsignError PAYLOAD_UNREADABLE when it can not be listed, or is a link to outside of the payload
 */
function foldersIn(root, path, name) {
    const absolute = (0,external_node_path_.join)(root, path);
    let children;
    try {
        assertInside(root, path, name);
        children = readChildren(absolute);
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            throw error;
        if (['ENOENT', 'ENOTDIR'].includes((0,errors/* errnoOf */.UQ)(error) ?? ''))
            return [];
        throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `The folder "${path}" can not be listed: ${(0,errors/* reasonOf */.A3)(error)}. Make it readable for this step.`, error);
    }
    return children
        .filter(({ type, text }) => type.isDirectory() || (type.isSymbolicLink() && isFolder((0,external_node_path_.join)(absolute, text))))
        .map(({ text }) => text);
}
/** Links to folders outside of a server: the servers do not enter them, wherever they lead (SPEC 2). */
function seeFolders(root, entries) {
    return entries.map((entry) => entry.kind === 'leaving-link' && isFolder((0,external_node_path_.join)(root, entry.path)) ? { ...entry, kind: 'folder-link' } : entry);
}
function isFolder(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        // A dangling link, or one to where nobody may look.
        return false;
    }
}
/**
 * Makes sure that a folder of a payload can be entered.
 *
 * @throws AppsignError PAYLOAD_UNREADABLE when it is a link to outside of the payload, when nobody may look into it, or when
 *   its name is not UTF-8, so that no path leads to it
 */
function assertFolder(root, path, name) {
    try {
        assertInside(root, path, name);
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            throw error;
        throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `The folder "${path}" in "${name}" can not be entered: ${(0,errors/* reasonOf */.A3)(error)}. Rename it in UTF-8, or make it readable.`, error);
    }
}
function assertInside(root, path, name) {
    if (isInside(root, external_node_fs_.realpathSync.native((0,external_node_path_.join)(root, path))))
        return;
    throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `"${path}" in "${name}" is a link to a folder outside of it, and was not entered. Verify that folder by itself.`);
}

// EXTERNAL MODULE: ./src/payload/inspect.ts
var inspect = __nccwpck_require__(8734);
// EXTERNAL MODULE: ./src/payload/part.ts
var part = __nccwpck_require__(9365);
// EXTERNAL MODULE: ./src/payload/vcs.ts
var vcs = __nccwpck_require__(9566);
// EXTERNAL MODULE: ./src/payload/memory.ts
var memory = __nccwpck_require__(5559);
;// CONCATENATED MODULE: ./src/payload/walk.ts




/**
 * Everything below a folder on disk that is not a folder, in the order of the paths (as JavaScript sorts).
 *
 * @param root absolute path of the payload, without links in it
 * @param folder where to begin, relative to the root; empty for the root itself
 * @throws AppsignError PAYLOAD_UNREADABLE when a folder can not be listed
 */
function walk(root, folder, options = {}) {
    const entries = [];
    walkInto(entries, root, folder, options);
    return entries;
}
function walkInto(entries, root, folder, options) {
    const { leftOut = new Set(), passedOver, onFile } = options;
    for (const { text, valid, type } of childrenOf(root, folder)) {
        if (folder === '' && (leftOut.has(text) || passedOver?.has(text)))
            continue;
        // Joined, not concatenated: V8 would keep the parts beside the whole.
        const path = folder === '' ? text : [folder, text].join('/');
        if (!valid)
            entries.push({ path, kind: 'special', invalidName: true });
        else if (type.isDirectory())
            walkInto(entries, root, path, options);
        else if (type.isFile()) {
            const count = entries.push({ path, kind: 'file' });
            if (count === memory/* MANY_FILES */.UA)
                (0,memory/* boundMemory */._8)();
            onFile?.(count);
        }
        else if (type.isSymbolicLink())
            entries.push(classifyLink(root, path, leftOut));
        else
            entries.push({ path, kind: 'special' });
    }
}
function childrenOf(root, folder) {
    try {
        return readChildren(`${root}/${folder}`).sort(byPath);
    }
    catch (error) {
        throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `The folder "${folder || '.'}" can not be listed: ${(0,errors/* reasonOf */.A3)(error)}. Make it readable for this step.`, error);
    }
}
/** What is in a folder comes behind a slash. */
function byPath(a, b) {
    const one = a.type.isDirectory() ? `${a.text}/` : a.text;
    const other = b.type.isDirectory() ? `${b.text}/` : b.text;
    return one < other ? -1 : 1;
}

;// CONCATENATED MODULE: ./src/payload/folder.ts










/**
 * Opens a folder as a payload.
 *
 * @param root path of the folder
 * @param name the path as the user gave it, for messages
 * @param isCheckout whether this is the checkout that the run is for, whose own `.git` never ships
 * @param scope of a server, what its own signature leaves out is not even looked at, such as its data
 * @throws AppsignError PAYLOAD_UNREADABLE when there is no such folder; its `list` throws the same when a part of it can
 *   not be listed
 */
function openFolder(root, name = root, isCheckout = true, scope = 'app') {
    const real = realFolder(root, name);
    const payload = {
        kind: 'folder',
        name,
        root: real,
        isCheckout,
        list: (signed = [], onFile) => {
            // A server that is installed is compared with everything that lies there.
            const leftOut = scope === 'server' && !isCheckout ? [] : vcsFolders(real, signed);
            const entries = walk(real, '', {
                leftOut: new Set(leftOut),
                passedOver: scope === 'server' ? exclusions/* SERVER_FOLDERS */.SE : undefined,
                onFile,
            });
            return { entries: scope === 'server' ? seeFolders(real, entries) : entries, leftOut };
        },
        folders: (path) => foldersIn(real, path, name),
        below: (folder) => {
            assertFolder(real, folder, name);
            return (0,part/* partOf */.B)(payload, folder, (onFile) => seeFolders(real, walk(real, folder, { onFile })));
        },
        read: (path, limit) => readSmall(real, path, limit),
        reread: async (paths) => rereadFiles(real, paths),
        sizeOf: (file) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(real, file.path)).size,
        findings: [],
    };
    return payload;
}
function vcsFolders(root, signed) {
    const present = vcs/* VCS_NAMES */.Y.filter((name) => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, name), { throwIfNoEntry: false }));
    if (present.length === 0)
        return [];
    const kept = new Set();
    for (const path of signed)
        kept.add(path.split('/', 1)[0] ?? '');
    return present.filter((name) => !kept.has(name));
}
function realFolder(root, name) {
    const fail = (what, cause) => new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `path "${(0,errors/* quoted */.TL)(name)}" ${what}`, cause);
    try {
        if (!(0,external_node_fs_.statSync)(root).isDirectory())
            throw fail('is a file. It must be the folder of an app: the one that holds appinfo/info.xml.');
        return external_node_fs_.realpathSync.native(root);
    }
    catch (error) {
        if (error instanceof errors/* AppsignError */.xE)
            throw error;
        if ((0,errors/* errnoOf */.UQ)(error) === 'ENOENT')
            throw fail('does not exist. It is relative to the workspace; does actions/checkout (and the build) run before this step?', error);
        throw fail(`can not be read: ${(0,errors/* reasonOf */.A3)(error)}`, error);
    }
}
/** An app in a server: nothing in it is passed over, and a link may lead to anywhere in the server. */
function rereadFiles(root, paths) {
    const contents = new Map();
    for (const path of paths) {
        const content = readSmall(root, path, inspect/* INSPECTED_SIZE */.k2);
        if (typeof content === 'object')
            contents.set(path, content);
    }
    return contents;
}
function readSmall(root, path, limit) {
    let file;
    try {
        const real = external_node_fs_.realpathSync.native((0,external_node_path_.join)(root, path));
        // What a link outside points to is not the payload's, and must not show up in a message.
        if (!isInside(root, real))
            return undefined;
        // Without waiting: opening a fifo would never return.
        file = (0,external_node_fs_.openSync)(real, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes((0,errors/* errnoOf */.UQ)(error) ?? ''))
            return undefined;
        throw new errors/* AppsignError */.xE('PAYLOAD_UNREADABLE', `"${path}" can not be opened: ${(0,errors/* reasonOf */.A3)(error)}`, error);
    }
    try {
        const stat = (0,external_node_fs_.fstatSync)(file);
        if (!stat.isFile())
            return undefined;
        return stat.size > limit ? 'too-large' : (0,external_node_fs_.readFileSync)(file);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}


/***/ }),

/***/ 8734:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ keyFinding),
/* harmony export */   Nr: () => (/* binding */ keySamples),
/* harmony export */   R_: () => (/* binding */ lookForKeys),
/* harmony export */   Tj: () => (/* binding */ findKey),
/* harmony export */   k2: () => (/* binding */ INSPECTED_SIZE)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);

/** Bytes. A file below this size is shown whole to whoever looks for keys; no key file is larger. */
const INSPECTED_SIZE = 1024 * 1024;
const MARK = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from('PRIVATE KEY-----');
const BEGIN = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;
/** Digits of base64 between the armour's lines: a program that merely has the words in it holds no key. */
const KEY_BODY = /^[A-Za-z0-9+/=]{40,}$/;
/** Bytes. The base64 of an RSA-4096 key's PEM has 5 KB; in a larger file only armoured keys are looked for. */
const MAX_KEY_FILE = 16 * 1024;
/** Digits of base64 that are compared: enough that they are nowhere by chance. */
const SAMPLE = 48;
/**
 * Looks for private keys in files, by content.
 *
 * @param findings where to put what is found
 * @param key the key that signs, so that its own file is found in forms that are no armour, too
 */
function lookForKeys(findings, key) {
    const samples = keySamples(key);
    return (path, content) => {
        const code = findKey(content, samples);
        if (code)
            findings.push(keyFinding(code, path));
    };
}
/**
 * Looks for a private key in a file.
 *
 * @param content all of the file, below INSPECTED_SIZE
 * @param samples of the key that signs (`keySamples`)
 */
function findKey(content, samples) {
    if (content.length <= MAX_KEY_FILE && holdsSample(content, samples))
        return 'SIGNING_KEY';
    return content.includes(MARK) && holdsKey(content.toString('latin1')) ? 'PRIVATE_KEY' : undefined;
}
/** What is said of a file in which a key was found. */
function keyFinding(code, path) {
    return code === 'SIGNING_KEY' ? signingKey(path) : privateKey(path);
}
function holdsSample(content, samples) {
    if (samples.length === 0)
        return false;
    const inside = unwrapBase64(content);
    return samples.some((sample) => content.includes(sample) || inside?.includes(sample));
}
function holdsKey(text) {
    const [, ...bodies] = text.replaceAll('\\n', '\n').split(BEGIN);
    return bodies.some((body) => {
        const end = body.indexOf('-----END');
        const lines = body
            .slice(0, Math.max(end, 0))
            .split('\n')
            .filter((line) => !line.includes(': '));
        return KEY_BODY.test(lines.join('').replace(/[\s"'+.,;]|\\r/g, ''));
    });
}
/** What a file is that is base64 and nothing else, in lines of any length: a key in DER, or the text of its PEM. */
function unwrapBase64(content) {
    // Most files show by their first word that they are something else.
    if (!/^\s*[A-Za-z0-9+/]{40}/.test(content.toString('latin1', 0, 2 * SAMPLE)))
        return undefined;
    const digits = content.toString('latin1').replace(/\s/g, '');
    return /^[A-Za-z0-9+/]+={0,2}$/.test(digits) ? node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(digits, 'base64') : undefined;
}
/** A part of each encoding of the key in which its secret stands, as bytes and as a line of base64; none without a key. */
function keySamples(key) {
    if (!key)
        return [];
    const ders = [key.export({ type: 'pkcs8', format: 'der' })];
    if (key.asymmetricKeyType === 'rsa')
        ders.push(key.export({ type: 'pkcs1', format: 'der' }));
    if (key.asymmetricKeyType === 'ec')
        ders.push(key.export({ type: 'sec1', format: 'der' }));
    return ders.flatMap((der) => {
        const base64 = der.toString('base64');
        // A whole line of 64, from the middle, where the secret numbers stand; the end is the public half of an EC key.
        const line = base64.slice(64 * Math.floor(base64.length / 128), 64 * Math.floor(base64.length / 128) + SAMPLE);
        const middle = Math.floor(der.length / 2);
        return key.asymmetricKeyType === 'ec'
            ? [der.subarray(0, SAMPLE), node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(base64.slice(0, 64))]
            : [der.subarray(middle, middle + SAMPLE), node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(line)];
    });
}
function privateKey(path) {
    return {
        code: 'PRIVATE_KEY',
        severity: 'error',
        path,
        message: `"${path}" holds a private key: everyone who downloads the app would have it.`,
        hint: 'Remove it, or name it in exclude. If it was ever published, have its certificate revoked.',
    };
}
function signingKey(path) {
    return {
        ...privateKey(path),
        code: 'SIGNING_KEY',
        message: `"${path}" holds the very key that signs this app.`,
    };
}


/***/ }),

/***/ 5559:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   UA: () => (/* binding */ MANY_FILES),
/* harmony export */   Xh: () => (/* binding */ LARGE_SIGNATURE),
/* harmony export */   _8: () => (/* binding */ boundMemory)
/* harmony export */ });
/** Files in a folder, and bytes of a signature file, from which on memory counts for more than time. */
const MANY_FILES = 50_000;
const LARGE_SIGNATURE = 8 * 1024 * 1024;
/**
 * Keeps V8 from letting its heap grow where it would rather collect later: the young generation stays as it is, and the old
 * one grows by a fifth between two collections. 300,000 files are verified in 240 MiB instead of 370, in as much time
 * (measured, Node 24). It counts from now on for the whole process.
 */
function boundMemory() {
    // Only here, because to load it takes 2 ms of every run's 50.
    const { setFlagsFromString } = process.getBuiltinModule('node:v8');
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--heap-growing-percent=20');
}


/***/ }),

/***/ 8175:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ decodeName)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);

/**
 * A file name from the bytes that the file system holds.
 *
 * @returns the text, and whether the bytes are valid UTF-8; if not, each odd byte stands as `\xff` in the text
 */
function decodeName(bytes) {
    const text = bytes.toString('utf8');
    if (!text.includes('\ufffd') || node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(text).equals(bytes))
        return { text, valid: true };
    const shown = bytes.toString('latin1').replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
    return { text: shown, valid: false };
}


/***/ }),

/***/ 1711:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ neverShip),
/* harmony export */   MK: () => (/* binding */ largeSourceMaps),
/* harmony export */   W9: () => (/* binding */ storeLimits),
/* harmony export */   ax: () => (/* binding */ STORE_ID)
/* harmony export */ });
/* harmony import */ var _app_info__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3219);
/* harmony import */ var _vcs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9566);


const OUT = 'Leave it out: name it in exclude or .nextcloudignore, or remove it before signing.';
/** The table. One finding a folder or file is enough, however much is in it. */
const TABLE = [
    {
        code: 'VCS_SHIPPED',
        severity: 'error',
        names: new RegExp(`^(?:${_vcs__WEBPACK_IMPORTED_MODULE_1__/* .VCS_NAMES */ .Y.map((name) => name.replace('.', '\\.')).join('|')})$`),
        depth: 'any',
        says: (path) => `"${path}" is a repository inside the app: its whole history would be shipped.`,
        hint: OUT,
        source: 'thirteen published apps at once; SPEC 6 (no .git)',
    },
    {
        code: 'MAC_METADATA',
        severity: 'error',
        names: /^(?:__MACOSX|\._.*)$/,
        depth: 'any',
        says: (path) => `"${path}" is what macOS packs beside the files; the server's installer refuses it.`,
        hint: 'Pack on Linux, or with COPYFILE_DISABLE=1 tar.',
        source: 'SPEC 6 (no ._*, no __MACOSX)',
    },
    {
        code: 'DEVELOPMENT_FILES',
        severity: 'warning',
        names: /^(?:tests?|\.github|node_modules|build|vendor-bin|\.idea|\.vscode)$/,
        depth: 'top',
        says: (path) => `"${path}" is for developing the app, not for running it.`,
        hint: OUT,
        source: 'the app template of Nextcloud excludes it when packing',
    },
    {
        code: 'BUILD_SCRATCH',
        severity: 'warning',
        names: /^(?:composer\.(?:json|lock)|package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml|Makefile|krankerl\.toml|webpack\.[\w.]+|vite\.config\.\w+|tsconfig\.json|phpunit[\w.]*\.xml(?:\.dist)?|psalm\.xml|\.php-cs-fixer[\w.]*|\.eslintrc[\w.]*|\.gitignore|\.gitattributes)$/,
        depth: 'top',
        says: (path) => `"${path}" serves building the app, not running it.`,
        hint: OUT,
        source: 'the app template of Nextcloud excludes it when packing',
    },
];
/** Every name that is looked for at any depth. */
const ANYWHERE = new RegExp(TABLE.filter(({ depth }) => depth === 'any')
    .map(({ names }) => names.source)
    .join('|'));
/** Bytes (SPEC 6). */
const STORE_INFO_SIZE = 512 * 1024;
const STORE_ARCHIVE_SIZE = 20 * 1024 * 1024;
/** What the store takes for the name of a folder (SPEC 6). */
const STORE_ID = /^[a-z]+[a-z0-9_]*$/;
/**
 * What is in a payload that must never ship, or should not.
 *
 * @param entries what the payload holds; a checkout's own top-level `.git` is not among them
 */
function neverShip(entries) {
    const found = new Map();
    // Most files share their folder with others, which is looked at once.
    const folders = new Map([['', false]]);
    const isInFound = (folder) => {
        const known = folders.get(folder);
        if (known !== undefined)
            return known;
        const isFound = isInFound(folderOf(folder)) || look(folder);
        folders.set(folder, isFound);
        return isFound;
    };
    const look = (path) => {
        const name = path.slice(path.lastIndexOf('/') + 1);
        if (name !== path && !ANYWHERE.test(name))
            return false;
        const row = TABLE.find((one) => (one.depth === 'any' || name === path) && one.names.test(name));
        if (row)
            found.set(path, { code: row.code, severity: row.severity, path, message: row.says(path), hint: row.hint });
        return row !== undefined;
    };
    for (const { path } of entries)
        if (!isInFound(folderOf(path)))
            look(path);
    return [...found.values()];
}
function folderOf(path) {
    return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
/** Source maps that are larger than the code they are for. */
function largeSourceMaps(payload, entries) {
    const maps = entries.filter(({ kind, path }) => kind === 'file' && path.endsWith('.map'));
    const wanted = new Set(maps.map(({ path }) => path.slice(0, -'.map'.length)));
    const codes = new Map();
    if (maps.length > 0)
        for (const entry of entries)
            if (entry.kind === 'file' && wanted.has(entry.path))
                codes.set(entry.path, entry);
    return maps.flatMap((map) => {
        const code = codes.get(map.path.slice(0, -'.map'.length));
        if (!code || payload.sizeOf(map) <= payload.sizeOf(code))
            return [];
        return [
            {
                code: 'SOURCE_MAP',
                severity: 'warning',
                path: map.path,
                message: `"${map.path}" is larger than the code that it is for.`,
                hint: OUT,
            },
        ];
    });
}
/** What the Nextcloud App Store does not take (SPEC 6): worth a warning, since not every app goes there. */
function storeLimits(payload, app) {
    const limits = [
        [
            !STORE_ID.test(app.id),
            `The App Store takes no app with the id "${app.id}".`,
            'It may have small letters, digits and underscores, and begins with a letter.',
        ],
        [
            infoSize(payload) > STORE_INFO_SIZE,
            `${_app_info__WEBPACK_IMPORTED_MODULE_0__/* .APP_INFO */ .LL} is larger than 512 KB, and the App Store refuses it.`,
            'Shorten it.',
        ],
        [
            (payload.archive?.size ?? 0) > STORE_ARCHIVE_SIZE,
            'The archive is larger than 20 MB, and the App Store refuses it.',
            'Leave out what is not needed to run the app.',
        ],
        [
            payload.archive !== undefined && payload.archive.format !== 'tar.gz',
            `The archive is a ${payload.archive?.format} file; the App Store takes tar.gz only.`,
            'Pack it with package, or with tar -czf.',
        ],
    ];
    return limits
        .filter(([exceeded]) => exceeded)
        .map(([, message, hint]) => ({ code: 'STORE_LIMIT', severity: 'warning', message, hint }));
}
function infoSize(payload) {
    const bytes = payload.read(_app_info__WEBPACK_IMPORTED_MODULE_0__/* .APP_INFO */ .LL, STORE_INFO_SIZE);
    return bytes === 'too-large' ? STORE_INFO_SIZE + 1 : 0;
}


/***/ }),

/***/ 9365:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ partOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/**
 * A folder of a payload as a payload of its own, such as an app in a server. It reads through the whole, so that a link in
 * it may lead to anywhere in the whole, as it does on a server.
 *
 * @param folder relative to the whole's root
 * @param list what is below it, with paths relative to the whole's root
 */
function partOf(whole, folder, list) {
    const prefix = `${folder}/`;
    const inside = (entry) => ({
        ...entry,
        path: entry.path.slice(prefix.length),
        ...(entry.resolved === undefined ? {} : { resolved: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(folder, entry.resolved) }),
    });
    const outside = (entry) => ({
        ...entry,
        path: prefix + entry.path,
        ...(entry.resolved === undefined ? {} : { resolved: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, entry.resolved) }),
    });
    const { digests } = whole;
    return {
        kind: whole.kind,
        name: `${whole.name}/${folder}`,
        root: whole.kind === 'folder' ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(whole.root, folder) : whole.root,
        isCheckout: false,
        list: (_, onFile) => ({ entries: list(onFile).map(inside), leftOut: [] }),
        folders: (path) => whole.folders(prefix + path),
        below: (path) => whole.below(prefix + path),
        read: (path, limit) => whole.read(prefix + path, limit),
        reread: (paths) => rereadPart(whole, prefix, paths),
        sizeOf: (file) => whole.sizeOf(outside(file)),
        ...(digests ? { digests: digestsBelow(digests, prefix, list()) } : {}),
        findings: [],
    };
}
async function rereadPart(whole, prefix, paths) {
    const contents = await whole.reread(new Set(Array.from(paths, (path) => prefix + path)));
    return new Map(Array.from(contents, ([path, content]) => [path.slice(prefix.length), content]));
}
function digestsBelow(digests, prefix, entries) {
    const below = new Map();
    for (const { path } of entries) {
        const digest = digests.get(path);
        if (digest !== undefined)
            below.set(path.slice(prefix.length), digest);
    }
    return below;
}


/***/ }),

/***/ 4390:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readSmallFile),
/* harmony export */   I: () => (/* binding */ kindOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/**
 * What is at a path, links followed. `throwIfNoEntry` is not enough: a loop of links, a name that is too long or a file where
 * a folder should be throw all the same.
 *
 * @param path absolute path
 * @returns undefined where nothing is, or nobody can tell
 */
function kindOf(path) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    }
    catch {
        return undefined;
    }
}
/**
 * A file's content, where it is a file and small enough: a pipe or a device would never end.
 *
 * @param path absolute path
 * @param limit bytes
 * @returns undefined for everything else, and for what can not be read
 */
function readSmallFile(path, limit) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return stat.isFile() && stat.size <= limit ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1732:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ SHIPPED_FILE),
/* harmony export */   JR: () => (/* binding */ OTHER_APP_FOLDERS),
/* harmony export */   LW: () => (/* binding */ CORE_SIGNATURE),
/* harmony export */   Ps: () => (/* binding */ HTACCESS),
/* harmony export */   Wu: () => (/* binding */ OWN_ALIASES),
/* harmony export */   mf: () => (/* binding */ VERSION_FILE),
/* harmony export */   qp: () => (/* binding */ APP_FOLDERS),
/* harmony export */   wK: () => (/* binding */ MIMETYPE_LIST),
/* harmony export */   zG: () => (/* binding */ SHIPPED_ALIASES)
/* harmony export */ });
/** Folders of a server in which its apps are: its own, and those that owners use besides (issue 7). */
const APP_FOLDERS = ['apps', 'apps-external', 'apps-extra', 'custom_apps'];
/** Those of them that a server's own signature knows nothing of unless config.php names them (`OC::$APPSROOTS`). */
const OTHER_APP_FOLDERS = APP_FOLDERS.filter((folder) => folder !== 'apps');
/** Where a server's own envelope stands (SPEC 1). Relative to its root, as everything here. */
const CORE_SIGNATURE = 'core/signature.json';
/** Where a server says which version it is, and whose. */
const VERSION_FILE = 'version.php';
/** Where a server says which apps it ships: those must be signed. */
const SHIPPED_FILE = 'core/shipped.json';
/** Of this file only the part above a marker is signed (SPEC 2). */
const HTACCESS = '.htaccess';
/** What Nextcloud may write anew on an owner's wish, and what it makes it from. */
const MIMETYPE_LIST = 'core/js/mimetypelist.js';
const OWN_ALIASES = 'config/mimetypealiases.json';
const SHIPPED_ALIASES = 'resources/config/mimetypealiases.dist.json';


/***/ }),

/***/ 9566:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ VCS_NAMES)
/* harmony export */ });
/** Folders (or files that stand for them) in which version control keeps a repository, or a part of one. */
const VCS_NAMES = ['.git', '.hg', '.svn', '.bzr', '_darcs', '.fossil', '.jj', 'CVS'];


/***/ }),

/***/ 4206:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  mx: () => (/* binding */ LIST_ADDRESSES),
  uy: () => (/* binding */ bundledAuthorities),
  fm: () => (/* binding */ customAuthority)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: ./src/pki/certificate.ts
var certificate = __nccwpck_require__(4839);
// EXTERNAL MODULE: ./src/pki/pem.ts
var pem = __nccwpck_require__(2166);
;// CONCATENATED MODULE: ./src/pki/trust.generated.ts
// Written by scripts/trust.mjs from trust/. Do not edit.
const TRUST_FILES = {
    'nextcloud/root.crl': 'LS0tLS1CRUdJTiBYNTA5IENSTC0tLS0tCk1JSUp4akNDQ0s0Q0FRRXdEUVlKS29aSWh2Y05BUUVMQlFBd2V6RUxNQWtHQTFVRUJoTUNSRVV4R3pBWkJnTlYKQkFnTUVrSmhaR1Z1TFZkMVpYSjBkR1Z0WW1WeVp6RVhNQlVHQTFVRUNnd09UbVY0ZEdOc2IzVmtJRWR0WWtneApOakEwQmdOVkJBTU1MVTVsZUhSamJHOTFaQ0JEYjJSbElGTnBaMjVwYm1jZ1NXNTBaWEp0WldScFlYUmxJRUYxCmRHaHZjbWwwZVJjTk1qVXdOekF6TVRVeU1USXpXaGNOTXpVd05URXlNVFV5TVRJeldqQ0NCOHN3RXdJQ0VBSVgKRFRJeE1EUXhPVEE1TlRJME5Wb3dFd0lDRUJBWERURTJNVEF4TnpFeU1Ea3hPVm93RXdJQ0VCWVhEVEUzTVRFeQpNekUzTXpVeU9Wb3dFd0lDRUJjWERURTNNREl5TURFd01ESXpPRm93RXdJQ0VCZ1hEVEU1TURFek1ERXpNREV5Ck5Wb3dFd0lDRUJ3WERURTRNREl3TWpFd05USXpPVm93RXdJQ0VCOFhEVEU1TURFek1ERXpNREV6TTFvd0V3SUMKRUNNWERURTVNVEl4TWpBNU16VXpNVm93RXdJQ0VDWVhEVEl4TVRBeU56SXhNekV4TlZvd0V3SUNFQ2dYRFRJdwpNRGd5TkRFd01qZ3pOMW93RXdJQ0VEVVhEVEl5TURneE9URTJNRGt5TWxvd0V3SUNFRTBYRFRFNE1USXlNVEUxCk16SXhPRm93RXdJQ0VFNFhEVEl3TURFd056RXpOVGMwTmxvd0V3SUNFRThYRFRJeU1URXdPVEF5TVRVME5Wb3cKRXdJQ0VGRVhEVEkxTURFeU1ERXhNVFkwTTFvd0V3SUNFR29YRFRFNU1ESXhNakE1TURneE5Gb3dFd0lDRUc0WApEVEU1TVRFeU1ERTVORFl5T0Zvd0V3SUNFRzhYRFRFNE1EUXhOekE1TXprek5sb3dFd0lDRUhRWERURTNNVEV5Ck16RTJOVFExT1Zvd0V3SUNFSFVYRFRFNU1USXhNakE1TXprd05Wb3dFd0lDRUhZWERURTVNVEl4TWpBNU16a3gKTWxvd0V3SUNFSkFYRFRFNE1ESXdPVEE0TXpnMU9Gb3dFd0lDRUprWERUSXhNVEF4TlRBNE16a3hORm93RXdJQwpFS2NYRFRFNE1EZ3hNekEzTlRJd09Gb3dFd0lDRUs4WERURTRNRGd4TXpBNE1qWXlNRm93RXdJQ0VMRVhEVEkxCk1EUXdPVEV4TWpFME1sb3dFd0lDRUxJWERUSXhNRGt4TmpJeU1EQXdOVm93RXdJQ0VMTVhEVEl5TURFd05qRTAKTkRrME1Wb3dFd0lDRUxVWERURTRNVEF3T1RBNU5UTXhNVm93RXdJQ0VMY1hEVEU0TVRJeU1URTFNekF5TjFvdwpFd0lDRU1JWERURTRNVEF4TnpFNU1qQXlORm93RXdJQ0VNTVhEVEU0TVRBeE56RTVNalV6TTFvd0V3SUNFTVFYCkRUSXhNRGN4TlRFNE5EQTBObG93RXdJQ0VNd1hEVEl4TURFeE9ERXlORFV4TTFvd0V3SUNFTmNYRFRFNU1ESXgKTkRFd016TXdObG93RXdJQ0VOd1hEVEl3TURreE5qRXdORFF3TkZvd0V3SUNFT0FYRFRFNU1EVXlNREE1TXpBeApNRm93RXdJQ0VPc1hEVEl5TURJeU5EQTVNRFV6TkZvd0V3SUNFT3dYRFRJek1EY3lOREV6TXpZek9Wb3dFd0lDCkVQZ1hEVEl3TURReU9EQTJNakl6Tmxvd0V3SUNFUGtYRFRJd01EUXlPREEyTWpJME5Wb3dFd0lDRVBvWERUSXcKTURReU9EQTJNRFF6TUZvd0V3SUNFUHNYRFRJd01EUXlPREEyTURVek1Gb3dFd0lDRVB3WERUSXdNRFF5T0RBMgpNRFUwTUZvd0V3SUNFUDBYRFRFNU1USXhNakE1TXpVek5sb3dFd0lDRVA0WERUSXdNRFF5T0RBMk1EWXdOVm93CkV3SUNFUDhYRFRJd01EUXlPREEyTURZeE0xb3dFd0lDRVFBWERUSXdNRFF5T0RBMk1EWXlNbG93RXdJQ0VRRVgKRFRJd01EUXlOekV4TWpJMU5Gb3dFd0lDRVFJWERUSXdNRFF5T0RBMk1EWTBNRm93RXdJQ0VRTVhEVEl3TURReQpPREEyTURZME4xb3dFd0lDRVFRWERUSXdNRFF5T0RBMk1EWTFORm93RXdJQ0VRVVhEVEl3TURReU9EQTJNRGN3Ck1Wb3dFd0lDRVFZWERUSXdNRFF5T0RBMk1EY3dObG93RXdJQ0VRY1hEVEl3TURReU9EQTJNRGN4TTFvd0V3SUMKRVE4WERUSTBNVEF4TmpFMU1UY3lOMW93RXdJQ0VSQVhEVEkxTURRd09EQTRNVFl4TlZvd0V3SUNFU3NYRFRJMApNREl3TlRFME5UUTFPRm93RXdJQ0VTMFhEVEl4TURFd05qRXlNakV6TVZvd0V3SUNFUzRYRFRJME1EWXlOakUyCk1UY3hNbG93RXdJQ0VUd1hEVEl6TURjeU9ERTJNalV4T1Zvd0V3SUNFVWNYRFRJeE1ESXhOVEU1TVRRd01Wb3cKRXdJQ0VVZ1hEVEl4TURJeE5URTVNVFF4TTFvd0V3SUNFVWtYRFRJeE1ESXhOVEU1TVRVeU5Gb3dFd0lDRVVvWApEVEl4TURJeE5URTVNVFEwT0Zvd0V3SUNFVXNYRFRJeE1ESXhOVEU1TVRNME5sb3dFd0lDRVV3WERUSXhNREl4Ck5URTVNVFV3T1Zvd0V3SUNFVTBYRFRJeE1ESXhOVEU1TVRVeE5sb3dFd0lDRVZJWERUSXhNREl4TlRFNU1UUTEKT0Zvd0V3SUNFVk1YRFRJeE1ESXhOVEU1TVRRek9Gb3dFd0lDRVZRWERUSXhNREl4TlRFNU1UUXlNbG93RXdJQwpFV1FYRFRJeU1EUXhNVEUwTWpnME0xb3dFd0lDRVh3WERUSXpNREV3TkRBeU1qYzBObG93RXdJQ0VaNFhEVEl6Ck1EUXlOREl5TVRrek0xb3dFd0lDRWFJWERUSXlNREl5TkRBNU5UazFORm93RXdJQ0VhTVhEVEl4TVRBeU56SXgKTlRFeE5Gb3dFd0lDRWFjWERUSXlNRE13TXpFek1UTXpObG93RXdJQ0ViUVhEVEl5TURJeU5ERXhOVGMwTlZvdwpFd0lDRWNJWERUSXlNRE14T0RFeE16Y3dNbG93RXdJQ0Vjd1hEVEl5TURVek1ERXlOVE14TTFvd0V3SUNFZkFYCkRUSTFNRGN3TXpFMU1qRXlNbG93RXdJQ0Vnd1hEVEl6TURreU1URTBOVEUwT0Zvd0V3SUNFaElYRFRJME1ERXcKTXpFM01qVXpNRm93RXdJQ0Voc1hEVEkxTURVeU1qQTRNRFV3T0Zvd0V3SUNFaUVYRFRJek1EY3lPREV4TlRjMApPVm93RXdJQ0VpY1hEVEl6TURrd05EQTNNelEwTkZvd0V3SUNFam9YRFRJek1USXhNVEE0TXpBeE5Wb3dFd0lDCkVrc1hEVEkwTURFd016RTNORGt4TUZvd0V3SUNFbEFYRFRJME1ERXlNekEzTlRRME1Wb3dFd0lDRWxnWERUSTAKTURJd09UQTRNekkxT1Zvd0V3SUNFbG9YRFRJME1Ea3hPREV6TWpJMU5Wb3dFd0lDRWw0WERUSTBNRE15TnpFMwpNRFUwT0Zvd0V3SUNFb01YRFRJMU1EWXdNekUyTkRZek1Wb3dFd0lDRW84WERUSTFNRFF3TkRBM01qZ3dObG93CkV3SUNFcWNYRFRJMU1EVXlOekV3TVRBME4xcWdNREF1TUI4R0ExVWRJd1FZTUJhQUZHM3FicXFwTnl3OGlTMFgKUHYxRzdzT2VlTzEwTUFzR0ExVWRGQVFFQWdJUVRqQU5CZ2txaGtpRzl3MEJBUXNGQUFPQ0FRRUFsQytNcmp0SQovY3VDL0ovM2JoT25zZm8ybFFkejV5MENHci95Y0l5ZGg3c0doRDZHNE1pcE95ZlgrL0hyZkRHY0s2eUYrN1NxCjUwQVZlbTZidmo3aEd1azJVRlJUUTdHOVdGcDNGeCtsZE1IZ1crMEpIUksvSlNXeFpTbFd6VkhLVi9IdHo2dGcKdjVoRzNENzBnVGtZczh2SUd3R2lPT25UcVpqdkg1eHRhbFc5VDRVTCtWWHd6RnBzRjNXeDVoME5BcE9GSEhrRgpxV3ZOMitZeDE5YTVZRjdaRXZVVHZqTktGTWM5Q084YVM1VERrMWVPcFpJeG1wRnpqRS9DaDJWaFR1R1pEdUV1CnRPa05WK25NM1FiOEpWS0NBcXFGUFM0WWJvNUV3NjA4VUZrV1hSSzJzenRJci92aU1NVjFzVVhFZXBrSXY2eG0KNGRlVTNaVTVDRTZReUE9PQotLS0tLUVORCBYNTA5IENSTC0tLS0tCg==',
    'nextcloud/root.crt': 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUQxekNDQXIrZ0F3SUJBZ0lDRUFBd0RRWUpLb1pJaHZjTkFRRUxCUUF3ZWpFTE1Ba0dBMVVFQmhNQ1JFVXgKR3pBWkJnTlZCQWdNRWtKaFpHVnVMVmQxWlhKMGRHVnRZbVZ5WnpFU01CQUdBMVVFQnd3SlUzUjFkSFJuWVhKMApNUmN3RlFZRFZRUUtEQTVPWlhoMFkyeHZkV1FnUjIxaVNERWhNQjhHQTFVRUF3d1lUbVY0ZEdOc2IzVmtJRkp2CmIzUWdRWFYwYUc5eWFYUjVNQjRYRFRFMk1EWXhNakl4TURFd01sb1hEVFF4TURZd05qSXhNREV3TWxvd2V6RUwKTUFrR0ExVUVCaE1DUkVVeEd6QVpCZ05WQkFnTUVrSmhaR1Z1TFZkMVpYSjBkR1Z0WW1WeVp6RVhNQlVHQTFVRQpDZ3dPVG1WNGRHTnNiM1ZrSUVkdFlrZ3hOakEwQmdOVkJBTU1MVTVsZUhSamJHOTFaQ0JEYjJSbElGTnBaMjVwCmJtY2dTVzUwWlhKdFpXUnBZWFJsSUVGMWRHaHZjbWwwZVRDQ0FTSXdEUVlKS29aSWh2Y05BUUVCQlFBRGdnRVAKQURDQ0FRb0NnZ0VCQUp6Qk95cFJxQWhYZVRCM1hhd1c3VXp3Q3hvb3ZwTWEwYlA4ZlB6amVNTWRDZFBsWklZWApNc2hHSG9RNC9WSnlPRE9hcTNIMUFZUmgyMEtuL0JLTkF1VmZSemNtWS83TTVSMDliMHRzMDZsOXRJVlNiQmVLCjVrckVUalp0cHQ0Y3JndWt6UTYrOFFoSEUyREJkdlBFN3JkczZFeUJhaU1SUE51R1AxWXJ0R1BRK2hZdmFqSkwKeUgzbXE2MDlaWllGVk9LOUZ1U3h3NWU1WUJGcDlaNmROZUZqbm1Fc1l5dFdPaGFKK3pQZlFhTDlKakx3eEVNKwpCSjFrcGYvemJsekw2RndVT2VYUDIrVUo1VEFVNHhoKzlXc3ZGQlIwYjZpcTc3ZVlUbDNlRk0xUXRhd2VDQTIzCk9tWlpaYWhDTkxtY1BBMmlNeVBaREdaMW1TVytoNytwTUprQ0F3RUFBYU5tTUdRd0hRWURWUjBPQkJZRUZHM3EKYnFxcE55dzhpUzBYUHYxRzdzT2VlTzEwTUI4R0ExVWRJd1FZTUJhQUZBUVlBandIek5qaGVtTXdLaWxMbFQ0VAp2WkhJTUJJR0ExVWRFd0VCL3dRSU1BWUJBZjhDQVFBd0RnWURWUjBQQVFIL0JBUURBZ0dHTUEwR0NTcUdTSWIzCkRRRUJDd1VBQTRJQkFRQ1duRE5BMTRRK2J3N1gwUytyaU1qeVRhYnRnRjQ0M2VBUUl2Ynk5c1UyY0h0ZDdxdWEKcC8zMTErSDdnQjRGL0NFKy9DVXhkdEM1QWdhVzR2V1JMOGdlOSs2amhZVWp2bXFkeVY1d2JCRnJMbW5xWVM0aApQbk5XbzVjakE3YXBBNlNySXhuSkFGOHZOQ2V5RVFnSEQ1N1ZlSWxLMzVTMEdwcWNvdXVDU1F2Q2VTaktjb2p4CjZ0L05HSGNldFd1Y0hBVXltek9rMTFOTXlZeUVNSi90ZlV3bjNkcnFrYjRqcDRUcXU0ZnRadC91aW9EWDhHYzkKQXcrSWFFSEtmTm5oOVIvL1ZxYzA2QmFkMDR5Y0k2aks0Y1ZVcEMvNkk2dHpvWTZHWHdaUmJFU2tLVXlMaXRsWAozRW5CT05QMFV6RVptQ2lsSXdZWWZldldHVCtOV25wa21leTcKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQotLS0tLUJFR0lOIENFUlRJRklDQVRFLS0tLS0KTUlJRDJqQ0NBc0tnQXdJQkFnSUpBS0NjOXhMNGVwbXJNQTBHQ1NxR1NJYjNEUUVCQ3dVQU1Ib3hDekFKQmdOVgpCQVlUQWtSRk1Sc3dHUVlEVlFRSURCSkNZV1JsYmkxWGRXVnlkSFJsYldKbGNtY3hFakFRQmdOVkJBY01DVk4wCmRYUjBaMkZ5ZERFWE1CVUdBMVVFQ2d3T1RtVjRkR05zYjNWa0lFZHRZa2d4SVRBZkJnTlZCQU1NR0U1bGVIUmoKYkc5MVpDQlNiMjkwSUVGMWRHaHZjbWwwZVRBZUZ3MHhOakEyTVRJeU1EVTRNelZhRncwME1UQTJNRFl5TURVNApNelZhTUhveEN6QUpCZ05WQkFZVEFrUkZNUnN3R1FZRFZRUUlEQkpDWVdSbGJpMVhkV1Z5ZEhSbGJXSmxjbWN4CkVqQVFCZ05WQkFjTUNWTjBkWFIwWjJGeWRERVhNQlVHQTFVRUNnd09UbVY0ZEdOc2IzVmtJRWR0WWtneElUQWYKQmdOVkJBTU1HRTVsZUhSamJHOTFaQ0JTYjI5MElFRjFkR2h2Y21sMGVUQ0NBU0l3RFFZSktvWklodmNOQVFFQgpCUUFEZ2dFUEFEQ0NBUW9DZ2dFQkFKdVR4dTBMcFJFeGNwWUp3TXhjNU4rWWJFZTdXVlBJc0x0S1VOQ1hNZmtjCmFQbFRwVnlkTmk1ektRRHBMUXVIbTVSRTl1K0wzc1Rjazh5Vmo4RGtnWDlRZnVSVGJ2ZzAxcGFWKzVJTFk3UW4KNDdFOGVIcTZ0ZjZNRjBXMjBPeE5SamNVQ0VvUkE1OUFaVjlGeGtWR0huaUJ4MTdVcGswQlFYbFpIVmlIWjlFeQoyWmhzdzlaZXRUMFZDdjlVR3VOMFJyNlQ2ZnpnVzg0SG9EV3Nlc0c3VXdFcG5jdC9oUWYyMHcvaUloWnNwZXc3ClJBSEpaVE9Zbk5TYUJVbnlpQ2Y1OFNhT3l4dm1kZnNlSXRqTXVFMUZCUjZiVFdrTFEvYS8xeEgyRkNrMGl6bTUKMWZvWkYwWWEwZkF6Vkh3QmtPVlplSXVzd2p2dXFncC9Ua0I2VzBpNzNhVUNBd0VBQWFOak1HRXdIUVlEVlIwTwpCQllFRkFRWUFqd0h6TmpoZW1Nd0tpbExsVDRUdlpISU1COEdBMVVkSXdRWU1CYUFGQVFZQWp3SHpOamhlbU13CktpbExsVDRUdlpISU1BOEdBMVVkRXdFQi93UUZNQU1CQWY4d0RnWURWUjBQQVFIL0JBUURBZ0dHTUEwR0NTcUcKU0liM0RRRUJDd1VBQTRJQkFRQ0J2NDBSQVhNdE1haDYxcTZ3WUFUdzRxNGN2SUtMaktveUFwSFBIWmhRbld3ZQpWTHYvRDJhMjZBOFZ3RE5RMUxHdjROenpJRGNwV3orcGsrclhNTm55alh3cjBBdEtNMlZnMDd5S3FrWkI5SjFjCmR1WW0wajhGTGRDSFhJalJ1Y2dNQS93aXdSNG1COVBWR3RRZkN2VVFsMkhma2lhZ2t3MzFsbEdDWHVnUVBzbmgKdmhmTVd4a2RWRkFuekRvQVRXZTJTRHV1eXlkNVNsNC9MS244SEV5c3VzYVlDTXBQRFArc2VaR2pBMHVrWjNGKwpwTzBQbEFFYjNPeXBSYXZ6OGlSOHMrVmJFMHdkQVgxbVBCeXg4U1U4V2txNzZwNEcyNjFQdlRyZllLbnJlVTh6CmI0N0c1azhCQWlQQ3ROemUvSWh1bDZscExLNnlrK0ZSWGNaQ2wxc2cKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQ==',
    'owncloud/developers.crl': 'MIIBNDCBuwIBATAKBggqhkjOPQQDAzBYMQswCQYDVQQGEwJERTEWMBQGA1UECgwNb3duQ2xvdWQgR21iSDExMC8GA1UEAwwob3duQ2xvdWQgQ29kZSBTaWduaW5nIEludGVybWVkaWF0ZSBDQSBHMhcNMjYwNzIwMDg0NzAzWhcNMjYwNzI3MDg0NzAzWqAyMDAwHwYDVR0jBBgwFoAUdz+vb6L4XccpW6prHgb8n0vTdrwwDQYDVR0UBAYCBGpd4IcwCgYIKoZIzj0EAwMDaAAwZQIxAOuPV0I8Iu0DRpAMRmDS80X6X6Q06for8dxQXafre/oMadhET1LhLH85jyUnxhVgiAIweEw+lB+cIFcJQCFdpengiACqoB08qpb6FeSib9xnw4VwXb+KkIkw8IoDHYn5CLAl',
    'owncloud/intermediate-g2.crt': 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUN3RENDQWtXZ0F3SUJBZ0lVZWVjSkVjK2NRRWJTT1E4L2JURGltSSsxYnBZd0NnWUlLb1pJemowRUF3TXcKVURFTE1Ba0dBMVVFQmhNQ1JFVXhGakFVQmdOVkJBb01EVzkzYmtOc2IzVmtJRWR0WWtneEtUQW5CZ05WQkFNTQpJRzkzYmtOc2IzVmtJRU52WkdVZ1UybG5ibWx1WnlCU2IyOTBJRU5CSUVjeU1CNFhEVEkyTURjeE5URXpNVEl4Ck9Gb1hEVE14TURjeE5ERXpNVEl4T0Zvd1dERUxNQWtHQTFVRUJoTUNSRVV4RmpBVUJnTlZCQW9NRFc5M2JrTnMKYjNWa0lFZHRZa2d4TVRBdkJnTlZCQU1NS0c5M2JrTnNiM1ZrSUVOdlpHVWdVMmxuYm1sdVp5QkpiblJsY20xbApaR2xoZEdVZ1EwRWdSekl3ZGpBUUJnY3Foa2pPUFFJQkJnVXJnUVFBSWdOaUFBUW5CZnVXSVdnRkl0aEpqdmgwCkJPVHZBVG9uUDNPNUlzK0YyT2hPK1ZMQXphR1BTMGVOYTJ1V2E2ZmhWcDFXdWNKY3lYZ1dab21BV1ZsVjFSbnIKWmgzRXg1aWVKalN0ZVF2emVUc20yenVaV2RSWWtZcEs2encxcGZhU2k3Y0FSYzZqZ2Rjd2dkUXdFZ1lEVlIwVApBUUgvQkFnd0JnRUIvd0lCQURBT0JnTlZIUThCQWY4RUJBTUNBUVl3SFFZRFZSMGxCQll3RkFZSUt3WUJCUVVICkF3TUdDQ3NHQVFVRkJ3TUlNQjBHQTFVZERnUVdCQlIzUDY5dm92aGR4eWxicW1zZUJ2eWZTOU4ydkRBZkJnTlYKSFNNRUdEQVdnQlJjWHdOMWtDczNGTy84ZlRuK2J3ajBhYU5mTmpCUEJnTlZIUjhFU0RCR01FU2dRcUJBaGo1bwpkSFJ3Y3pvdkwyOTNibU5zYjNWa0xtZHBkR2gxWWk1cGJ5OWtaWFpsYkc5d1pYSXRZMlZ5ZEdsbWFXTmhkR1Z6CkwyTnliQzl5YjI5MExtTnliREFLQmdncWhrak9QUVFEQXdOcEFEQm1BakVBd3doeVZKQXdpUDJ3d0MrUGpBZVYKTG9JRmxzWFNKaE9XdDE1RkQ3M242OUtyZmRreGQ3OXhZUGJJcDloZkVxWTBBakVBbC9GZXVobjRKYm1HVDh6dwp0NjV2TFM5aC92cDQzcFM5Mm5mODl6RFgrcGVxQzRkRnVQTDJHbzQ3ZnVYT0lOWnkKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=',
    'owncloud/legacy.crl': 'LS0tLS1CRUdJTiBYNTA5IENSTC0tLS0tCk1JSUVDRENDQWZBQ0FRRXdEUVlKS29aSWh2Y05BUUVMQlFBd2JURUxNQWtHQTFVRUJoTUNWVk14RHpBTkJnTlYKQkFnTUJrSnZjM1J2YmpFV01CUUdBMVVFQ2d3TmIzZHVRMnh2ZFdRZ1NXNWpMakUxTURNR0ExVUVBd3dzYjNkdQpRMnh2ZFdRZ1EyOWtaU0JUYVdkdWFXNW5JRWx1ZEdWeWJXVmthV0YwWlNCQmRYUm9iM0pwZEhrWERUSXhNVEl5Ck9EQTVNREkwTVZvWERUTXhNVEl5TmpBNU1ESTBNVm93Z2Fnd0V3SUNFQUVYRFRFM01EWXlNREUwTWpNeE1sb3cKRXdJQ0VBTVhEVEUzTURReU5USXlNREEwT1Zvd0V3SUNFQWdYRFRFMk1EY3hNakV6TWpReE5sb3dFd0lDRUFvWApEVEUzTURJeU5ERTRNRFV4TVZvd0V3SUNFQXNYRFRFM01USXhPREV3TXpFek1sb3dFd0lDRUR3WERURTRNRFl5Ck5UQTNNVFl4TVZvd0V3SUNFRklYRFRJeE1USXlPREE1TURFek1sb3dFd0lDRUhrWERURTVNRFl4TWpFd01EQTEKTlZxZ2dhTXdnYUF3Z1pBR0ExVWRJd1NCaURDQmhZQVVmWm9OUFJuZVExcGs5U1pUOUEybHBHNEh3N09oYWFSbgpNR1V4Q3pBSkJnTlZCQVlUQWxWVE1ROHdEUVlEVlFRSURBWkNiM04wYjI0eEZqQVVCZ05WQkFvTURXOTNia05zCmIzVmtJRWx1WXk0eExUQXJCZ05WQkFNTUpHOTNia05zYjNWa0lFTnZaR1VnVTJsbmJtbHVaeUJTYjI5MElFRjEKZEdodmNtbDBlWUlDRUFBd0N3WURWUjBVQkFRQ0FoQUpNQTBHQ1NxR1NJYjNEUUVCQ3dVQUE0SUNBUUJGdDh5egp4eDkzR1oxMHBYNzBiV0dUWDFkS2R2M1RLYVJBOC9FUEJ2aU01ZGNxL0xxZ0JLRHZ0Y3VMdGRySXorWmU5cjFNCnFhUEh0OGpOTjAzclA4a3ppbnU5TGkzMEt1M2tIZC9mc05ZdGxrdDdvWUNtWmhPYk5qVFNqNzYwZzMreDQvM1oKa3FCVVM4R1BRYW05cnRWblUzMlNvMGo4OHdLcmVueTV1YUpHZkg3NlJ6Qkp5M0duVWtGM216cXQvUEE1cVVIOQpNcWpYcngxamVOazVhWnh3dHk3VnpzUjJnWnpmRUJpbDRvM1E3akFBRGJpSnBrUTM5NUswdCs2YnRTMGY5TlNnCjV2NisvTCswdm9INnJpL0hkaU5EVlRvRnFHV21uRFhwYTk4ZzExVU1KK2hKN3dkOUlTS0pXUk5PU2NPak55eTcKZ0N1Y3YwK2o5ejE0K1RVUU1KV3BZRm1JNGJJUTBmM0liSEUwaDdmaW5mNmdCZy9ock5jaFZONk1MNk9FOUtPMApQcTU0QUs5a0pRRXk3R3JSeVV5Y0QrOHp4UGcrcmdoV21MOEN5bWRvK0FzclBkajgrbyswUUVicUhBZDBkendOCjQzbUlIdkJaajI5WmFaUmx6SDkrTU82aHFsempsMDdjKzRqMXhqVlRmMEN1L0EzUjRmbVh4ZHQ1dHlEOVlrMlcKM3M4bHVtSmNWR0V2WmZwU3BFeEI5ekIrZGF2bjJpWWluMzl4V2pBNDJSYWtyT0FDZGNoNUIxK3BmYUdtSWJOTwoycElZa3pxdC9tQ3J4cTI4bWxzUVNPYTRFa2tJRzJLbWFSSGQwaUJ5NVJMdUVQa2hYZW9YQVUvS0svbGNGVTczCnkvbU9nTGh6eCswL1dqR0dFNWxXa1I1c0tKMHNrc3FEV2VocDJBPT0KLS0tLS1FTkQgWDUwOSBDUkwtLS0tLQo=',
    'owncloud/root-g1.crt': 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUZ0RENDQTV5Z0F3SUJBZ0lDRUFBd0RRWUpLb1pJaHZjTkFRRUxCUUF3WlRFTE1Ba0dBMVVFQmhNQ1ZWTXgKRHpBTkJnTlZCQWdNQmtKdmMzUnZiakVXTUJRR0ExVUVDZ3dOYjNkdVEyeHZkV1FnU1c1akxqRXRNQ3NHQTFVRQpBd3drYjNkdVEyeHZkV1FnUTI5a1pTQlRhV2R1YVc1bklGSnZiM1FnUVhWMGFHOXlhWFI1TUI0WERURTJNREl3Ck16RTNORE15TlZvWERUSTJNREV6TVRFM05ETXlOVm93YlRFTE1Ba0dBMVVFQmhNQ1ZWTXhEekFOQmdOVkJBZ00KQmtKdmMzUnZiakVXTUJRR0ExVUVDZ3dOYjNkdVEyeHZkV1FnU1c1akxqRTFNRE1HQTFVRUF3d3NiM2R1UTJ4dgpkV1FnUTI5a1pTQlRhV2R1YVc1bklFbHVkR1Z5YldWa2FXRjBaU0JCZFhSb2IzSnBkSGt3Z2dJaU1BMEdDU3FHClNJYjNEUUVCQVFVQUE0SUNEd0F3Z2dJS0FvSUNBUURLTXVsNHBXZXY2dnRnekI3M0NMUVBNeThuRFpHYnZxSUkKSWd1a1FsdU1lTENXMFAwOUkrSi9tQ2lEZDk5bVFUdFdPKy9MY3BPQ2hIWUo1OXFReitnOVR6S2xWU3VGRGc0NwpwYytqVXZUTEdHRURmOWNBV3R6c1hZWGxiOXo3c1Rsbi84SkF2eThnaG1hUi80SldVNGhNL25tZ0RDcGVYTExKCk5GcnhLRGJ6UExZajUzaUhOK1h5RTlHVDZzRFlvUWQxQklXaFRzTWR2TXFnODcwSncyeU40aEt3M1Y3L0tvSS8KWjVDQUE5ZFA0dEFtbHRCcE16NzlkbUxDY2lxWE9EOG1XRVdsMnRTWlUrL1dWeVB4aUUxOUlIb0pFVE9oU2c0YwpldWQ0RERkRnQ5T2htNG93dnB4eFJEYnZWK0ljNnNXYjFnSkJyTTcvWEpEbWFVT2Jwb3dqeDhEYW9mMU11b0hzCkZLaDYvWTdSQmRWbHJwL2lnM2h0eGZtOUJCTXFuWEl4Z0ZXRGlTYmpDTWswWWd2eDQ5Z0tNblZvUmhaLzdwbGEKajVuVFJkYmhzalM1MEU5emZjNTNFbHRNMjdZU3dOWnU2MlFLc1U0eXVtZzhVT2hPWVBSTEhjeVN2Tnl5TVpYUwpvK0tzdDI3b0dTZ3VySHl0RlM3RlZHMU0zVVVuNjd6a01wbm5NWWhmeDhkejcrdHVwWTllMGwwa0RjaXd2TkFPCllybnZIb0VpSWJKbW95WU9oTDJqOVdFclVoQWIzSktUU2RZQzBNbWphWlpQdjBId0NlbXgrcm5BcGNvc3ptRkcKd29aVFJBYTZRNjRXR3hsbUZxMHZzZ21jVE5zVHpsWVkyMEt2K1pwWk9pVllvbnlIRmtvcktXZHNYS1pRY25ZcQpkY01xWXhRRTZ3SURBUUFCbzJZd1pEQWRCZ05WSFE0RUZnUVVmWm9OUFJuZVExcGs5U1pUOUEybHBHNEh3N013Ckh3WURWUjBqQkJnd0ZvQVVjWmRpQmlHcitZK09IMkRybE53SzAzeldIK1l3RWdZRFZSMFRBUUgvQkFnd0JnRUIKL3dJQkFEQU9CZ05WSFE4QkFmOEVCQU1DQVlZd0RRWUpLb1pJaHZjTkFRRUxCUUFEZ2dJQkFBMmhvQUVkYmRNOQorWkEvcTdVcHBGNEJpS3JTUU5BUUhMRHdvZHV0UlkrZ0JZUXNXcG84d0xxZEx2UlZobHdEbjNLbUpFTWZhRFFtCjVZTSsvc25Ca2V3OW9sQ0l5WXcrdDd4WXROaG9XMWV0L25OTkRMK1FxN3V5SDZnK3VPTXA0bTNjK0JNdjR4NUgKRVAzejdQWTFxclBPVnZ6WnU4bzJpTDhxcEMwc1hUS1p5K3hHLzlWVFlHbnhDY0crVi9VYTVhSE95ZXRVdHRvTgpieEVjRVFISGUwN1YrSmxDUHVJNTNoUHNpR2d6SHYrbnovMXNKVjk1bW45dzg4U0hZMEpPOWJIcDl3K21xOTJLCnIwTnY2V2N0Zjd2TlZtSU9kUkZIV09GaWU0K0QzVHBCU25CNVBQUVJidGY2SVZFaGptY25XWUJXY1JHaEg2Y1IKNGRxcHVxendWRm9wSUZMWU1lYWVLR3U4d1pIaTJZUnJrRmNybnFxbUZJOVJ0QmJ0M2V5ZlVRY0tIN2I5UDRSaQpxYW1iL2g5c1ZqRE00d1NRNm4rUWEyZGdWMjhPMGlsMzVyb2EzcXd2cXlTZ24xd1hTNUNzQWFlQjFWV0FTNi9TCnYxV0Z0OTNuOUxycmFWNEVVdXUxQkdYcDUyNWFWbjZ2K0I3MXpONEp6WW5IVkU0eUFiMEVkT3BLcmxmbUNDbS8KOVo5MCtCRjJ1SzNRbnBreXJIK0xFT1FvSHJsQXQ4MFJaWWQyVGwvSzFXV05yUFVsbkNHWGR4alZZYWtWUm5meQpVZDBLVjRSc0Q5M21Ody90MmdVNVUrU3lZV1UyZlRKVUU5cWRKNE5kdzdCMkRaLzVkY3N1MHJEVjRzWGtVb0RZCitEcjI1Tm9PY3VxakNXUncyVDNTQlBTWEJ4amxoUlRRCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0KLS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUZzRENDQTVpZ0F3SUJBZ0lKQUxGdWs1MU9HcDJLTUEwR0NTcUdTSWIzRFFFQkN3VUFNR1V4Q3pBSkJnTlYKQkFZVEFsVlRNUTh3RFFZRFZRUUlEQVpDYjNOMGIyNHhGakFVQmdOVkJBb01EVzkzYmtOc2IzVmtJRWx1WXk0eApMVEFyQmdOVkJBTU1KRzkzYmtOc2IzVmtJRU52WkdVZ1UybG5ibWx1WnlCU2IyOTBJRUYxZEdodmNtbDBlVEFlCkZ3MHhOakF5TURNeE56TTVOVGhhRncweU5qQXhNekV4TnpNNU5UaGFNR1V4Q3pBSkJnTlZCQVlUQWxWVE1ROHcKRFFZRFZRUUlEQVpDYjNOMGIyNHhGakFVQmdOVkJBb01EVzkzYmtOc2IzVmtJRWx1WXk0eExUQXJCZ05WQkFNTQpKRzkzYmtOc2IzVmtJRU52WkdVZ1UybG5ibWx1WnlCU2IyOTBJRUYxZEdodmNtbDBlVENDQWlJd0RRWUpLb1pJCmh2Y05BUUVCQlFBRGdnSVBBRENDQWdvQ2dnSUJBSm1Ubkd0R2FCMGNEdFFQeFdyMnI1RnlYRnpKNkdJa200TGIKN2lZL0RZcElFYXJiUkZ3cURDRFowMFYrUFdzVEJCRjZxWFc1VzdlWitmT09kSUVHb05hRHVHdElsR1ZqajNEegpUWnRtY0ZnMGV1aW1mTE5ZVnZZWmxQUGg0a1MzekRSWnMzMEFnQWRncTRSSFdDNHFqRWxXY1ZLVHdFUk5RMmxuCmdSRlJRRXYraTJESTdzRUs5WnBLN0IxU2ZKMW8xZm0va1BMN2JWZmlZZGErUUtwMHZPeEJlY0RuR1YrcmZ6NHQKRFQ2bUJPZ3dBaVpud29qdWlpZ2ZVSnhTaXN2M3JvV3JpKzBPKzBUaVhnbFYrb1V0a0lScnMwZXRrUUdXQWxnbgpINENDK3NaNU4yVGlHUEgxaGtzTGtYUDRteW1saW84L3g3YXgwV2ZjeGVUWnUzb2s5ZUs1ZndJUVZXYW02ZGQ5CmtsQ3FaVnR0S29kWllzcHZkRmZ3cU1sZjRsUEVJWStyMlBJZEdqVWhLdTRGc0RoT1JhR2o4V01ZUkpVUjQ0bHMKL3Iya3RDQi9UT3NoOERXMlBpOUhBZ3hJNG1yZG12TDBXTVNPQkZaUmNTQy9uVHo5NzdvaTFpaUIyVCtzN1YwWgpZMEFITVFZaUluODNNRkI3cmIrbVZsRW9MSUQvZXZWU1RmVWFVYU84RHFjZmVRTi9PRk0vemNKWTlZSHY4QWxKCjNiOENQZGVYOWVkTW55WldOZHJoT1Nhd2pBYk9CSW5hM282NlJYZGVDM29XZzdGdWNrSm15N0pMdFJDSjJPd3UKbG9zUkF4ZTB6NW1RbWpGek1jenhDWUpRNEErNFU1VVp3YmQvTVFKZzUwOFN0Y091bXJvWXFydURpYy9XYmMzQwp2NkR1cEc4ZEFnTUJBQUdqWXpCaE1CMEdBMVVkRGdRV0JCUnhsMklHSWF2NWo0NGZZT3VVM0FyVGZOWWY1akFmCkJnTlZIU01FR0RBV2dCUnhsMklHSWF2NWo0NGZZT3VVM0FyVGZOWWY1akFQQmdOVkhSTUJBZjhFQlRBREFRSC8KTUE0R0ExVWREd0VCL3dRRUF3SUJoakFOQmdrcWhraUc5dzBCQVFzRkFBT0NBZ0VBUjZJWkJPQnczS3pSeHZVUAorNDZSWllheU1yZEx5QWdNemJEdlFlN1dDYWV1QTJVb1BWTDhqTjdYMkx2dzEyTXo4NCtFS3Mxdm9SME9CeGxZCjZtdXV5bDBTRVRhMms0VXRrbFZzY012Y29rRyttNWFWTko3L0hIR0ZtS3NUeUpETXhTekRBL3IzS1JQWFpPd1YKQ0xVVlRrcjVmUWJJYVZsakE4OVUycDNwTi9YN2dOcTg5eGkvWGlzek5DRUl2dlNzY1JtQkdsUm14NFhialhISwpYS083NCtIaU0vYWhxVUk3OTJhZTk3amxzeTlqRzRPSWVsc2UzK2UxS0JXTnNHdFU5MGFzblVIZ3lNWFZMOGdwCm9jem5HdldjZUFoa2NvZ1VDVUNYcTFSaC9tS2NHUWRpMnowZy9YK01HemZBOUlqNE5RWkxuTlBoMlVqZ3hDdEcKS1dQVXpzMHQveG9DdEpoMVdwd3FUck9VY1lxRkFhQmEyODJzRC9POHRYNHQwNzZhR0tkYmhmbzZ0dmFPRndEVQppUlBnZE1vbCsrQkZuZkNsZDUzWWl2ZzIrUzYreG8xd3p1UGtOalZGWEhqeDl2TXlpb3YvSEhLcUpvQnN1Q3dVCjdWZWd6TS82Q3ZoMzJsU1pmVUhzZnluQ2FiLzd2djkyM0t5YUFOV3hiMFFzSFpTU3QrbW1PSzNabUM5NnZDRWEKNTVJR05ja092T0dXOXlDSXozUTBrRWoyaG9KczFidzBTa3dHV3M3TjFUa3VnUWpNL1M3L0ltMUxKVXhkdHFRSwpaam4rOFU2VTNUUjFhS0xZRWRxSENHY1ZvUlhLREcvUzQwRkh4eWVWLzlidVRJN1NTdmh6WmZqK3Fhc21KZTFMCktkMDhVZFMvaW04UndiVlNTMW1paDVoYkFIZz0KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQ==',
    'owncloud/root-g2.crt': 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUNSekNDQWMyZ0F3SUJBZ0lVV0JPK2NmNEJUVWtndVU1R0EyeFNQM2JmUktFd0NnWUlLb1pJemowRUF3TXcKVURFTE1Ba0dBMVVFQmhNQ1JFVXhGakFVQmdOVkJBb01EVzkzYmtOc2IzVmtJRWR0WWtneEtUQW5CZ05WQkFNTQpJRzkzYmtOc2IzVmtJRU52WkdVZ1UybG5ibWx1WnlCU2IyOTBJRU5CSUVjeU1DQVhEVEkyTURjeE5URXpNVEl4Ck9Gb1lEekl3TlRFd056QTVNVE14TWpFNFdqQlFNUXN3Q1FZRFZRUUdFd0pFUlRFV01CUUdBMVVFQ2d3TmIzZHUKUTJ4dmRXUWdSMjFpU0RFcE1DY0dBMVVFQXd3Z2IzZHVRMnh2ZFdRZ1EyOWtaU0JUYVdkdWFXNW5JRkp2YjNRZwpRMEVnUnpJd2RqQVFCZ2NxaGtqT1BRSUJCZ1VyZ1FRQUlnTmlBQVE3MVcyc1hCTUY0Rkh1VFZPSzJIenNDQXl2CkF2RjMxWHExeHhwWFBTT1JuS2Fyc3BWOFllbHgyQ0c1c1lUZnlHU1VsMXNIaXNVVUxBR1BoeXp3UUs1WHUxaUYKNHlray8yVGFOQVhWMnhGWStvZytJZTJmYWRKQmZpeUhtZEZHamc2alpqQmtNQjhHQTFVZEl3UVlNQmFBRkZ4ZgpBM1dRS3pjVTcveDlPZjV2Q1BScG8xODJNQklHQTFVZEV3RUIvd1FJTUFZQkFmOENBUUV3RGdZRFZSMFBBUUgvCkJBUURBZ0VHTUIwR0ExVWREZ1FXQkJSY1h3TjFrQ3MzRk8vOGZUbitid2owYWFOZk5qQUtCZ2dxaGtqT1BRUUQKQXdOb0FEQmxBakVBMTk4UEw2Q2NZSm94MmVEeVVYeFU4UFBibGFVYVlzVFZIK3NDVkpVSEpHclUvWWhwYVRzQgpRNWloZTNSaTRhZDdBakFTR2ZXTkFpaTdIM3duS0pQMlZlOUU1NzcrQ3crSGc2NlhnNzA2cUNYdmhtYUNab0JPCjJjY0ZpREJxaVZ3UE8vdz0KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=',
};

;// CONCATENATED MODULE: ./src/pki/authorities.ts




const LIST_ADDRESSES = {
    nextcloud: 'https://raw.githubusercontent.com/nextcloud/appstore/master/nextcloudappstore/certificate/nextcloud.crl',
    owncloud: 'https://owncloud.dev/developer-certificates/crl/developers.crl',
};
function trustFile(name) {
    return external_node_buffer_.Buffer.from(TRUST_FILES[name], 'base64');
}
/** Certificates of a file in `trust/`, read when they are first asked for: most runs need those of one authority. */
function issuersIn(...names) {
    const texts = names.map((name) => trustFile(name).toString('latin1'));
    const ders = texts.flatMap((text) => (0,pem/* parsePem */.oW)(text).map(({ base64 }) => external_node_buffer_.Buffer.from(base64, 'base64')));
    const read = new Map();
    return {
        mayHaveIssued: ({ issuer }) => ders.some((der) => der.includes(external_node_buffer_.Buffer.from(issuer.key, 'hex'))),
        of: (index) => {
            const text = texts[index] ?? '';
            const known = read.get(text) ?? (0,certificate/* readCertificates */.jZ)(text);
            read.set(text, known);
            return known;
        },
    };
}
/**
 * The vendors' authorities, from the files in `trust/`.
 *
 * Nextcloud trusts both certificates of its file; ownCloud reads only the first of G1's, the intermediate, which has
 * expired and is trusted all the same (SPEC 3 and 5). G1's list is frozen.
 */
function bundledAuthorities(addresses = LIST_ADDRESSES) {
    const nextcloud = issuersIn('nextcloud/root.crt');
    const g1 = issuersIn('owncloud/root-g1.crt');
    const g2 = issuersIn('owncloud/root-g2.crt', 'owncloud/intermediate-g2.crt');
    return [
        {
            id: 'nextcloud',
            name: 'Nextcloud',
            server: 'nextcloud',
            format: 'legacy',
            mayHaveIssued: nextcloud.mayHaveIssued,
            get anchors() {
                return nextcloud.of(0);
            },
            intermediates: [],
            revocation: { bundled: trustFile('nextcloud/root.crl'), url: addresses.nextcloud },
        },
        {
            id: 'owncloud-g1',
            name: 'ownCloud G1',
            server: 'owncloud',
            format: 'legacy',
            mayHaveIssued: g1.mayHaveIssued,
            get anchors() {
                return g1.of(0).slice(0, 1);
            },
            intermediates: [],
            revocation: { bundled: trustFile('owncloud/legacy.crl') },
        },
        {
            id: 'owncloud-g2',
            name: 'ownCloud G2',
            server: 'owncloud',
            format: 'v2',
            mayHaveIssued: g2.mayHaveIssued,
            get anchors() {
                return g2.of(0);
            },
            get intermediates() {
                return g2.of(1);
            },
            revocation: { bundled: trustFile('owncloud/developers.crl'), url: addresses.owncloud },
        },
    ];
}
/** An authority from certificates that the user trusts (own distributions, tests). */
function customAuthority(anchors, revocation) {
    const name = 'an authority from trusted-authorities';
    return { id: 'custom', name, anchors, intermediates: [], ...(revocation ? { revocation } : {}) };
}


/***/ }),

/***/ 4839:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   WW: () => (/* binding */ parseCertificates),
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   o4: () => (/* binding */ looksLikePem),
/* harmony export */   w$: () => (/* binding */ readCertificate)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6927);
/* harmony import */ var _der__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2787);
/* harmony import */ var _extensions__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2968);
/* harmony import */ var _name__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4157);
/* harmony import */ var _pem__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2166);







/**
 * Reads a certificate from DER bytes. No extension is demanded: the vendors' third-party leaves are version 1 (SPEC 3).
 *
 * @throws Error when the bytes are no certificate, or a public key that this runtime does not know
 */
function readCertificate(der) {
    const bytes = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(der);
    const x509 = new node_crypto__WEBPACK_IMPORTED_MODULE_1__.X509Certificate(bytes);
    const fields = (0,_der__WEBPACK_IMPORTED_MODULE_3__/* .parts */ .rT)((0,_der__WEBPACK_IMPORTED_MODULE_3__/* .parts */ .rT)((0,_der__WEBPACK_IMPORTED_MODULE_3__/* .readDer */ .SU)(bytes))[0]);
    const first = (0,_der__WEBPACK_IMPORTED_MODULE_3__/* .isContext */ .aE)(fields[0], 0) ? 1 : 0;
    const [notBefore, notAfter] = (0,_der__WEBPACK_IMPORTED_MODULE_3__/* .parts */ .rT)(fields[first + 3]).map((value) => (0,_der__WEBPACK_IMPORTED_MODULE_3__/* .time */ .kB)(value));
    if (!notBefore || !notAfter)
        throw new Error('the validity has no two dates');
    return {
        der: bytes,
        x509,
        publicKey: x509.publicKey,
        serial: (0,_der__WEBPACK_IMPORTED_MODULE_3__/* .integerHex */ .YA)(fields[first]),
        issuer: (0,_name__WEBPACK_IMPORTED_MODULE_5__/* .readName */ .M)(fields[first + 2]),
        notBefore,
        notAfter,
        subject: (0,_name__WEBPACK_IMPORTED_MODULE_5__/* .readName */ .M)(fields[first + 4]),
        extensions: (0,_extensions__WEBPACK_IMPORTED_MODULE_4__/* .readExtensions */ .H)(fields),
    };
}
/**
 * Every certificate of a PEM text, in its order.
 *
 * @throws Error when a block is no certificate
 */
function readCertificates(pem) {
    return certificateBlocks(pem).map((block) => readCertificate(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(block.base64, 'base64')));
}
/**
 * The certificates of a text that a user gave, or an error that says what the text is instead.
 *
 * @param text PEM in any of the shapes that `unwrapPem` knows
 * @param input the input's name, for the message
 * @returns at least one certificate
 * @throws AppsignError CERTIFICATE_INVALID
 */
function parseCertificates(text, input) {
    const fail = (what, cause) => new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('CERTIFICATE_INVALID', `${input} ${what}`, cause);
    const labels = (0,_pem__WEBPACK_IMPORTED_MODULE_6__/* .parsePem */ .oW)(text).map((block) => block.label);
    // Before anything else, even beside a certificate: where it stands now, nothing masks it.
    if (labels.some((label) => label.includes('PRIVATE KEY')))
        throw fail(labels.length > 1
            ? 'holds a private key beside the certificate. Take the key out, put it into a secret and pass it as private-key; if this value was ever committed or printed, have its certificate revoked.'
            : 'is a private key, not a certificate. Put the key into a secret and pass it as private-key; if this value was ever committed or printed, have its certificate revoked.');
    if ((0,_pem__WEBPACK_IMPORTED_MODULE_6__/* .isCutOff */ .o7)(text))
        throw fail('is cut off: there is no -----END CERTIFICATE----- line. Copy the whole file again.');
    if (certificateBlocks(text).length === 0) {
        if (labels.some((label) => label.includes('CERTIFICATE REQUEST')))
            throw fail('is a certificate request (CSR), not a certificate. Send the request to the vendor and use the .crt file that comes back.');
        if (labels.length > 0)
            throw fail(`is a ${labels[0]?.toLowerCase()}, not a certificate. Use the .crt file that the vendor sent you.`);
        if (/<(!doctype|html|head|body)\b/i.test(text))
            throw fail('is an HTML page, not a certificate. Download the raw file (on GitHub: the Raw button).');
        throw fail('is neither PEM text (-----BEGIN CERTIFICATE-----) nor the path of such a file.');
    }
    try {
        return readCertificates(text);
    }
    catch (error) {
        throw fail('can not be read as an X.509 certificate: its content is damaged or cut off. Copy the whole file again.', error);
    }
}
function certificateBlocks(text) {
    return (0,_pem__WEBPACK_IMPORTED_MODULE_6__/* .parsePem */ .oW)(text).filter((block) => /^(X509 |TRUSTED )?CERTIFICATE$/.test(block.label));
}
/** True when the text holds armour of any kind, and so is not a file's path. */
function looksLikePem(text) {
    return (0,_pem__WEBPACK_IMPORTED_MODULE_6__/* .unwrapPem */ .eQ)(text).includes('-----BEGIN ');
}
/** SHA-256 over the DER of a public key (SPKI), lower-case hex: the same for a private key and its certificate. */
function fingerprint(publicKey) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)('sha256')
        .update(publicKey.export({ type: 'spki', format: 'der' }))
        .digest('hex');
}


/***/ }),

/***/ 5637:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qv: () => (/* binding */ intermediatesOf),
/* harmony export */   r_: () => (/* binding */ findChain)
/* harmony export */ });
/* unused harmony export isIssuedBy */
/* harmony import */ var _leaf_profile__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8726);

/**
 * True when `issuer` has issued `certificate`: the names agree, so do the key identifiers where there are any, and the
 * signature is the issuer's. Dates are not looked at: no server does so for an issuer (SPEC 3 and 4).
 */
function isIssuedBy(certificate, issuer) {
    try {
        return certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.publicKey);
    }
    catch {
        // A signature algorithm that this runtime refuses can not make a chain.
        return false;
    }
}
/**
 * Finds who vouches for a leaf: a trust anchor, or an intermediate that has itself been verified up to one (SPEC 3 and 4).
 * That a certificate stands in an envelope is no reason to trust it.
 *
 * @param candidates intermediates from an envelope or from the user, in any order; the legacy format has none
 * @returns the chain, or undefined when none of the authorities vouches for the leaf
 */
function findChain(leaf, authorities, candidates = []) {
    for (const authority of authorities) {
        const { mayHaveIssued } = authority;
        if (mayHaveIssued && ![leaf, ...candidates].some(mayHaveIssued))
            continue;
        const direct = authority.anchors.find((anchor) => isIssuedBy(leaf, anchor) && allows(anchor, 0));
        if (direct)
            return { leaf, issuers: [direct, ...above(direct, authority)], authority };
        for (const intermediate of [...candidates, ...authority.intermediates]) {
            if (!isIssuedBy(leaf, intermediate) || !(0,_leaf_profile__WEBPACK_IMPORTED_MODULE_0__/* .mayIssue */ .T)(intermediate, 0))
                continue;
            const anchor = authority.anchors.find((root) => isIssuedBy(intermediate, root) && allows(root, 1));
            if (anchor)
                return { leaf, issuers: [intermediate, anchor, ...above(anchor, authority)], authority };
        }
    }
    return undefined;
}
/** An anchor is trusted as it is, but for what it says itself of the length of its chains. */
function allows(anchor, below) {
    return (anchor.extensions.pathLength ?? below) >= below;
}
/** Nextcloud's file holds an intermediate and its root, both anchors: the root is named as well. */
function above(anchor, authority) {
    const parent = authority.anchors.find((other) => other !== anchor && isIssuedBy(anchor, other));
    return parent ? [parent] : [];
}
/** The certificates between leaf and root, as format v2 carries them: the leaf's issuer first, no root. */
function intermediatesOf(chain) {
    return chain.issuers.filter((certificate) => certificate.subject.key !== certificate.issuer.key);
}


/***/ }),

/***/ 2787:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Qs: () => (/* binding */ content),
/* harmony export */   SU: () => (/* binding */ readDer),
/* harmony export */   UJ: () => (/* binding */ makeUtf8),
/* harmony export */   YA: () => (/* binding */ integerHex),
/* harmony export */   aE: () => (/* binding */ isContext),
/* harmony export */   bk: () => (/* binding */ writeDer),
/* harmony export */   fl: () => (/* binding */ makeOid),
/* harmony export */   iz: () => (/* binding */ makeDer),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   oA: () => (/* binding */ makeTime),
/* harmony export */   og: () => (/* binding */ makeContext),
/* harmony export */   rT: () => (/* binding */ parts)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7357);
/* harmony import */ var node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__);


/** Tag classes and universal types, as numbers, so that callers need not load the ASN.1 library themselves. */
const TAG = {
    CONTEXT: 0x80,
    BOOLEAN: 1,
    INTEGER: 2,
    BITSTRING: 3,
    OCTETSTRING: 4,
    OID: 6,
    SEQUENCE: 16,
    SET: 17,
};
const BMPSTRING = 30;
const UTCTIME = 23;
const GENERALIZEDTIME = 24;
/**
 * Reads one DER value that fills the given bytes.
 *
 * @throws Error when the bytes are not DER, or when something follows the value
 */
function readDer(der) {
    return node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().fromDer(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(der).toString('latin1'), {
        strict: true,
        parseAllBytes: true,
        decodeBitStrings: false,
    });
}
/** The DER bytes of a value that was read or made. */
function writeDer(value) {
    return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().toDer(value).getBytes(), 'latin1');
}
/**
 * The parts of a constructed value.
 *
 * @throws Error when the value is primitive
 */
function parts(value) {
    if (!value || !Array.isArray(value.value))
        throw new Error('DER: a constructed value was expected');
    return value.value;
}
/**
 * The content bytes of a primitive value.
 *
 * @throws Error when the value is constructed
 */
function content(value) {
    if (!value || typeof value.value !== 'string')
        throw new Error('DER: a primitive value was expected');
    return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(value.value, 'latin1');
}
/** An INTEGER as upper-case hex without leading zeros (`1000`, `10BB`), the way the authorities write serials. */
function integerHex(value) {
    return content(value)
        .toString('hex')
        .replace(/^0+(?=.)/, '')
        .toUpperCase();
}
/** An OBJECT IDENTIFIER in dotted form. */
function oid(value) {
    return node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().derToOid(content(value).toString('latin1'));
}
/** A directory string as text, whatever its type. */
function text(value) {
    const bytes = content(value);
    return value?.type === BMPSTRING
        ? node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(bytes).swap16().toString('utf16le')
        : bytes.toString('utf8');
}
/**
 * A UTCTime or GeneralizedTime.
 *
 * @throws Error when the value is neither, or no date
 */
function time(value) {
    const digits = content(value).toString('latin1');
    const date = value?.type === UTCTIME
        ? node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().utcTimeToDate(digits)
        : value?.type === GENERALIZEDTIME
            ? node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().generalizedTimeToDate(digits)
            : undefined;
    if (!date || Number.isNaN(date.getTime()))
        throw new Error('DER: a time was expected');
    return date;
}
/** True for the context-specific value with this number, as in `[0] EXPLICIT`. */
function isContext(value, number) {
    return value?.tagClass === TAG.CONTEXT && value.type === number;
}
/** A DER value of a universal type around content bytes, or around the parts of a constructed one. */
function makeDer(type, value) {
    const constructed = Array.isArray(value);
    return node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().create(0, type, constructed, constructed ? value : node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(value).toString('latin1'));
}
/** A context-specific constructed value, as in `[0] EXPLICIT`. */
function makeContext(number, value) {
    return node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().create(TAG.CONTEXT, number, true, [...value]);
}
/** An OBJECT IDENTIFIER from its dotted form. */
function makeOid(dotted) {
    return node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().create(0, TAG.OID, false, node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().oidToDer(dotted).getBytes());
}
/** A UTF8String. */
function makeUtf8(value) {
    return makeDer(12, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(value));
}
/** A UTCTime until 2049, a GeneralizedTime after (RFC 5280 4.1.2.5). */
function makeTime(date) {
    return date.getUTCFullYear() < 2050
        ? node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().create(0, UTCTIME, false, node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().dateToUtcTime(date))
        : node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().create(0, GENERALIZEDTIME, false, node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1___default().dateToGeneralizedTime(date));
}


/***/ }),

/***/ 2968:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readExtensions),
/* harmony export */   V: () => (/* binding */ OID)
/* harmony export */ });
/* harmony import */ var _der__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2787);

const KEY_USAGES = [
    'digitalSignature',
    'nonRepudiation',
    'keyEncipherment',
    'dataEncipherment',
    'keyAgreement',
    'keyCertSign',
    'cRLSign',
    'encipherOnly',
    'decipherOnly',
];
const OID = {
    basicConstraints: '2.5.29.19',
    keyUsage: '2.5.29.15',
    extendedKeyUsage: '2.5.29.37',
    codeSigning: '1.3.6.1.5.5.7.3.3',
};
/**
 * Reads the extensions of a certificate.
 *
 * @param fields the parts of its TBSCertificate
 * @throws Error when they are damaged
 */
function readExtensions(fields) {
    const values = new Map();
    const list = fields.find((field) => (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(field, 3));
    for (const extension of list ? (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)((0,_der__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(list)[0]) : []) {
        const members = (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(extension);
        const name = (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq)(members[0]);
        if (values.has(name))
            throw new Error(`the extension ${name} stands twice`);
        values.set(name, (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .readDer */ .SU)((0,_der__WEBPACK_IMPORTED_MODULE_0__/* .content */ .Qs)(members.at(-1))));
    }
    const basic = values.get(OID.basicConstraints);
    const usage = values.get(OID.keyUsage);
    const extended = values.get(OID.extendedKeyUsage);
    const [ca, pathLength] = basic ? readBasicConstraints(basic) : [];
    return {
        ca,
        pathLength,
        keyUsage: usage && readKeyUsage(usage),
        extendedKeyUsage: extended && new Set((0,_der__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(extended).map((purpose) => (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq)(purpose))),
    };
}
function readBasicConstraints(value) {
    const members = (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(value);
    const ca = members.find((member) => member.type === _der__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.BOOLEAN);
    const length = members.find((member) => member.type === _der__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.INTEGER);
    return [ca !== undefined && (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .content */ .Qs)(ca)[0] !== 0, length && Number.parseInt((0,_der__WEBPACK_IMPORTED_MODULE_0__/* .content */ .Qs)(length).toString('hex'), 16)];
}
function readKeyUsage(value) {
    const bits = (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .content */ .Qs)(value).subarray(1);
    return new Set(KEY_USAGES.filter((_, bit) => ((bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1));
}


/***/ }),

/***/ 9304:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ foldAscii),
/* harmony export */   G7: () => (/* binding */ v2IdentityProblem),
/* harmony export */   KJ: () => (/* binding */ commonNameOf),
/* harmony export */   M2: () => (/* binding */ CORE),
/* harmony export */   Y2: () => (/* binding */ identitySentence)
/* harmony export */ });
/** What an app's id must look like for format v2 (SPEC 4). */
const APP_ID = /^[a-z][a-z0-9_.-]{2,63}$/;
/** The CN with which a server's own files are signed; legacy servers trust it for everything (SPEC 3, step 4). */
const CORE = 'core';
/** The only CN of a leaf; undefined when it has none or several, which no server can compare. */
function commonNameOf(leaf) {
    return leaf.subject.commonNames.length === 1 ? leaf.subject.commonNames[0] : undefined;
}
/**
 * The 26 letters of ASCII in lower case, as ownCloud 11 folds ids; everything else stays.
 */
function foldAscii(id) {
    return id.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
/**
 * Whether a leaf speaks for an app in format v2 below G2 (SPEC 4): the folded id and the CN as it is both look like an id,
 * and are equal.
 *
 * @returns the server's sentence when it does not
 */
function v2IdentityProblem(id, leaf) {
    const commonName = commonNameOf(leaf) ?? leaf.subject.commonNames.join(', CN=');
    const folded = foldAscii(id);
    if (!APP_ID.test(folded))
        return `Invalid appId format: ${id}`;
    if (!APP_ID.test(commonName))
        return `Invalid CN format: ${commonName}`;
    return folded === commonName ? undefined : identitySentence(folded, commonName);
}
/** What ownCloud 11 says when a leaf is for another app. */
function identitySentence(id, commonName) {
    return `CN does not match app identity: ${id} !== ${commonName}`;
}


/***/ }),

/***/ 8726:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ leafProfileProblem),
/* harmony export */   T: () => (/* binding */ mayIssue)
/* harmony export */ });
/* harmony import */ var _extensions__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2968);

/**
 * Whether a leaf is what format v2 wants (SPEC 4): not a CA, keyUsage digitalSignature, extendedKeyUsage codeSigning.
 * Legacy leaves are exempt: they have no extensions at all.
 *
 * @returns what is wrong, to follow "The certificate"; undefined when all is well
 */
function leafProfileProblem(leaf) {
    const { ca, keyUsage, extendedKeyUsage } = leaf.extensions;
    if (ca)
        return 'is that of an authority (CA:TRUE), not that of an app';
    if (!keyUsage?.has('digitalSignature'))
        return 'lacks the key usage digitalSignature';
    if (!extendedKeyUsage?.has(_extensions__WEBPACK_IMPORTED_MODULE_0__/* .OID */ .V.codeSigning))
        return 'lacks the extended key usage codeSigning';
    return undefined;
}
/**
 * Whether a certificate may issue others, at this height above the leaf.
 *
 * @param below how many intermediates stand between it and the leaf
 */
function mayIssue(issuer, below) {
    const { ca, keyUsage, pathLength } = issuer.extensions;
    return ca === true && (keyUsage?.has('keyCertSign') ?? true) && (pathLength ?? below) >= below;
}


/***/ }),

/***/ 4157:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readName)
/* harmony export */ });
/* harmony import */ var _der__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2787);

const LABELS = {
    '2.5.4.3': 'CN',
    '2.5.4.6': 'C',
    '2.5.4.7': 'L',
    '2.5.4.8': 'ST',
    '2.5.4.10': 'O',
    '2.5.4.11': 'OU',
    '1.2.840.113549.1.9.1': 'emailAddress',
};
/**
 * Reads a Name (RFC 5280 4.1.2.4).
 *
 * @throws Error when the value is not a sequence of sets of attributes
 */
function readName(value) {
    const attributes = (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(value)
        .flatMap((set) => (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(set))
        .map((attribute) => {
        const [type, data] = (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .parts */ .rT)(attribute);
        return { label: LABELS[(0,_der__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq)(type)] ?? (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq)(type), text: (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(data) };
    });
    return {
        key: (0,_der__WEBPACK_IMPORTED_MODULE_0__/* .writeDer */ .bk)(value).toString('hex'),
        commonNames: attributes.filter(({ label }) => label === 'CN').map((attribute) => attribute.text),
        text: attributes.map((attribute) => `${attribute.label}=${attribute.text}`).join(', '),
    };
}


/***/ }),

/***/ 2166:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eQ: () => (/* binding */ unwrapPem),
/* harmony export */   o7: () => (/* binding */ isCutOff),
/* harmony export */   oW: () => (/* binding */ parsePem),
/* harmony export */   uy: () => (/* binding */ formatPem),
/* harmony export */   vQ: () => (/* binding */ decodeEnvelopePem)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);

const BLOCK = /-----BEGIN ([A-Z0-9 ]+?)-----(.*?)-----END \1-----/gs;
const BEGIN = /-----BEGIN [A-Z0-9 ]+?-----/;
const BEGINS = new RegExp(BEGIN, 'g');
/**
 * The PEM text that was meant, from what secrets and inputs look like in practice: with literal `\n`, with blanks for
 * line breaks, indented, quoted, with a byte order mark, or as base64 of the whole.
 *
 * @param text as the user gave it
 * @returns PEM-like text, or the trimmed text itself where no armour can be found
 */
function unwrapPem(text) {
    const plain = text.replace(/(?<!\\)\\+(?:r\\+n|n|r)/g, '\n').trim();
    if (BEGIN.test(plain))
        return plain;
    const bare = plain.replace(/[\s"']/g, '');
    if (bare.length > 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(bare)) {
        const decoded = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(bare, 'base64').toString('latin1');
        if (BEGIN.test(decoded))
            return unwrapPem(decoded);
    }
    return plain;
}
/**
 * Every complete armoured block of a text.
 *
 * @param text PEM in any of the shapes that `unwrapPem` knows
 * @returns the blocks in their order; empty when there is none
 */
function parsePem(text) {
    const blocks = [];
    for (const match of unwrapPem(text).matchAll(BLOCK)) {
        const headers = [];
        const body = (match[2] ?? '')
            .replace(/Proc-Type:\s*4,\s*ENCRYPTED/i, () => {
            headers.push('Proc-Type: 4,ENCRYPTED');
            return ' ';
        })
            .replace(/DEK-Info:\s*([A-Za-z0-9-]+),\s*([0-9A-Fa-f]+)/i, (_, cipher, iv) => {
            headers.push(`DEK-Info: ${cipher.toUpperCase()},${iv.toUpperCase()}`);
            return ' ';
        });
        blocks.push({ label: match[1] ?? '', headers, base64: body.replace(/[\s"'\\]/g, '') });
    }
    return blocks;
}
/** Characters. A certificate has 2,000; what is longer is none. */
const MAX_ENVELOPE_PEM = 64 * 1024;
const STRICT = /^\s*-----BEGIN CERTIFICATE-----\r?\n([A-Za-z0-9+/=\r\n ]+)-----END CERTIFICATE-----\s*$/;
/**
 * A certificate from a signature.json, as strictly as the servers read it: what `unwrapPem` forgives in a secret, no server
 * forgives there.
 *
 * @returns DER, or undefined when a server could not load it
 */
function decodeEnvelopePem(text) {
    const body = text.length <= MAX_ENVELOPE_PEM ? STRICT.exec(text)?.[1] : undefined;
    return body === undefined ? undefined : node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(body.replace(/[\r\n ]/g, ''), 'base64');
}
/** True when a block was begun and never ended: the text was cut off. */
function isCutOff(text) {
    return (unwrapPem(text).match(BEGINS)?.length ?? 0) > parsePem(text).length;
}
/**
 * Armoured text again, in the one exact form that a library expects.
 *
 * @param block the block
 * @param eol line end inside and behind the text; `'\r\n'` for the legacy format, which has none behind (SPEC 3)
 */
function formatPem(block, eol = '\n') {
    const lines = block.base64.match(/.{1,64}/g) ?? [];
    const headers = block.headers.length > 0 ? [...block.headers, ''] : [];
    return [`-----BEGIN ${block.label}-----`, ...headers, ...lines, `-----END ${block.label}-----`].join(eol);
}


/***/ }),

/***/ 1337:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ checkRevocation)
});

// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: ./src/net/address.ts
var net_address = __nccwpck_require__(6447);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./src/pki/der.ts
var pki_der = __nccwpck_require__(2787);
// EXTERNAL MODULE: ./src/pki/name.ts
var pki_name = __nccwpck_require__(4157);
// EXTERNAL MODULE: ./src/pki/pem.ts
var pem = __nccwpck_require__(2166);
;// CONCATENATED MODULE: ./src/pki/revocation.ts





const DIGESTS = {
    '1.2.840.113549.1.1.11': 'sha256',
    '1.2.840.113549.1.1.12': 'sha384',
    '1.2.840.113549.1.1.13': 'sha512',
    '1.2.840.10045.4.3.2': 'sha256',
    '1.2.840.10045.4.3.3': 'sha384',
    '1.2.840.10045.4.3.4': 'sha512',
};
const CRL_NUMBER = '2.5.29.20';
/**
 * Reads a revocation list from DER.
 *
 * @throws Error when the bytes are no list, or its signature algorithm is unknown
 */
function readRevocationList(der) {
    const [signedPart, algorithm, signature] = (0,pki_der/* parts */.rT)((0,pki_der/* readDer */.SU)(der));
    const fields = [...(0,pki_der/* parts */.rT)(signedPart)];
    if (fields[0]?.type === pki_der/* TAG */.Dk.INTEGER)
        fields.shift();
    const [, issuer, thisUpdate] = fields;
    const entries = fields.slice(3).find((field) => field.type === pki_der/* TAG */.Dk.SEQUENCE && field.tagClass === 0);
    const digest = DIGESTS[(0,pki_der/* oid */.jq)((0,pki_der/* parts */.rT)(algorithm)[0])];
    if (!signedPart || !digest)
        throw new Error('the list is signed with an algorithm that is not known here');
    return {
        issuer: (0,pki_name/* readName */.M)(issuer),
        thisUpdate: (0,pki_der/* time */.kB)(thisUpdate),
        number: readNumber(fields),
        revoked: new Map((entries ? (0,pki_der/* parts */.rT)(entries) : []).map((entry) => {
            const [serial, date] = (0,pki_der/* parts */.rT)(entry);
            return [(0,pki_der/* integerHex */.YA)(serial), (0,pki_der/* time */.kB)(date)];
        })),
        signed: (0,pki_der/* writeDer */.bk)(signedPart),
        signature: (0,pki_der/* content */.Qs)(signature).subarray(1),
        digest,
    };
}
function readNumber(fields) {
    const extensions = fields.find((field) => (0,pki_der/* isContext */.aE)(field, 0));
    for (const extension of extensions ? (0,pki_der/* parts */.rT)((0,pki_der/* parts */.rT)(extensions)[0]) : []) {
        const values = (0,pki_der/* parts */.rT)(extension);
        if ((0,pki_der/* oid */.jq)(values[0]) === CRL_NUMBER)
            return (0,pki_der/* integerHex */.YA)((0,pki_der/* readDer */.SU)((0,pki_der/* content */.Qs)(values.at(-1))));
    }
    return undefined;
}
/** True when the list was issued and signed by this certificate, which must be allowed to. */
function isListOf(list, issuer) {
    return (list.issuer.key === issuer.subject.key &&
        (issuer.extensions.keyUsage?.has('cRLSign') ?? true) &&
        (0,external_node_crypto_.verify)(list.digest, list.signed, issuer.publicKey, list.signature));
}
/**
 * Reads a list that is PEM or DER.
 *
 * @throws Error when it is neither
 */
function parseRevocationList(bytes) {
    if (bytes.length === 0)
        throw new Error('it is empty');
    const buffer = external_node_buffer_.Buffer.from(bytes);
    // A DER list is a SEQUENCE.
    if (buffer[0] === 0x30)
        return readRevocationList(buffer);
    const block = (0,pem/* parsePem */.oW)(buffer.toString('latin1')).find(({ label }) => label === 'X509 CRL');
    if (!block)
        throw new Error('it is neither PEM nor DER');
    return readRevocationList(external_node_buffer_.Buffer.from(block.base64, 'base64'));
}

;// CONCATENATED MODULE: ./src/pki/revocation-check.ts



/**
 * Looks the certificates of a chain up in their authority's list, by issuer **and** serial: serials repeat between the
 * vendors (SPEC 3). A list counts only when the leaf's issuer has signed it, however old it is (SPEC 4).
 *
 * @param chain already verified
 */
async function checkRevocation(chain, policy) {
    if (policy.mode === 'off')
        return { state: 'off' };
    const { revocation, name } = chain.authority;
    if (!revocation)
        return { state: 'no-list' };
    const bundled = accept(revocation.bundled, chain);
    let fallback;
    if (policy.mode === 'auto' && revocation.url) {
        const address = (0,net_address/* shownAddress */.U)(revocation.url);
        try {
            const fetched = accept(await policy.fetch(revocation.url), chain);
            if (typeof fetched === 'string')
                fallback = `the list from ${address} is not used: ${fetched}`;
            else if (typeof bundled === 'object' && isOlder(fetched, bundled))
                fallback = `the list from ${address} is older than the bundled one`;
            else
                return lookUp(chain, fetched, 'fetched');
        }
        catch (error) {
            fallback = `the list of ${name} could not be fetched: ${(0,errors/* reasonOf */.A3)(error)}`;
        }
    }
    const told = fallback === undefined ? {} : { fallback };
    if (typeof bundled === 'string')
        return { ...told, state: 'unchecked', reason: `the bundled list of ${name} can not be used: ${bundled}` };
    return { ...told, ...lookUp(chain, bundled, 'bundled') };
}
/** The list, when it speaks for the leaf; else why it does not. */
function accept(bytes, chain) {
    try {
        const list = parseRevocationList(bytes);
        if (list.issuer.key !== chain.leaf.issuer.key)
            return `it is by another issuer ("${list.issuer.text}")`;
        return isListOf(list, chain.issuers[0]) ? list : 'its signature is wrong';
    }
    catch (error) {
        return `it can not be read (${(0,errors/* reasonOf */.A3)(error)})`;
    }
}
function isOlder(list, than) {
    if (list.number === undefined || than.number === undefined)
        return list.thisUpdate < than.thisUpdate;
    return BigInt(`0x${list.number}`) < BigInt(`0x${than.number}`);
}
function lookUp(chain, list, source) {
    const asked = { source, issuer: list.issuer.text, number: list.number, thisUpdate: list.thisUpdate };
    // ownCloud 11 looks for every certificate of the chain in the one list that there is (SPEC 4).
    const checked = chain.authority.format === 'legacy' ? [chain.leaf] : [chain.leaf, ...chain.issuers.slice(0, -1)];
    for (const certificate of checked) {
        const on = list.revoked.get(certificate.serial);
        if (on)
            return { state: 'revoked', certificate, on, list: asked };
    }
    return { state: 'good', list: asked };
}


/***/ }),

/***/ 707:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ loadCertificates)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_errors__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6927);
/* harmony import */ var _certificate__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4839);




/** Bytes. A bundle of a hundred certificates needs half of it. */
const MAX_FILE_SIZE = 256 * 1024;
/**
 * Certificates from an input that takes PEM text or a file's path.
 *
 * @param value PEM in any of the shapes that `unwrapPem` knows, or the path of a PEM or DER file
 * @param input the input's name, for messages
 * @param base absolute path of the folder that a relative path starts from
 * @returns at least one certificate
 * @throws AppsignError CERTIFICATE_INVALID
 */
function loadCertificates(value, input, base) {
    if ((0,_certificate__WEBPACK_IMPORTED_MODULE_3__/* .looksLikePem */ .o4)(value) || /^\s*</.test(value))
        return (0,_certificate__WEBPACK_IMPORTED_MODULE_3__/* .parseCertificates */ .WW)(value, input);
    if (value.includes('\n') || value.length > 4096)
        throw fail(`${input} is neither PEM text (-----BEGIN CERTIFICATE-----) nor the path of such a file.`);
    // A key whose armour was lost looks like this, and must not be quoted.
    if (/^[A-Za-z0-9+/=\s\\]{100,}$/.test(value))
        throw fail(`${input} looks like base64 without its armour. Give the whole file, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----; if it is a private key, it belongs into a secret and into private-key.`);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(base, value);
    const bytes = readInput(path, `${input} "${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(value)}"`, input);
    // A DER file is a SEQUENCE; PEM begins with a hyphen or a comment.
    const text = bytes[0] === 0x30 ? pemOf(bytes) : bytes.toString('latin1');
    return (0,_certificate__WEBPACK_IMPORTED_MODULE_3__/* .parseCertificates */ .WW)(text, `${input} "${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(value)}"`);
}
function readInput(path, name, input) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        if (!stat.isFile())
            throw fail(`${name} is not a file. Give the path of the .crt file, or its text.`);
        if (stat.size > MAX_FILE_SIZE)
            throw fail(`${name} is larger than ${MAX_FILE_SIZE / 1024} KiB, and so no certificate.`);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
    }
    catch (error) {
        if (error instanceof _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE)
            throw error;
        if ((0,_findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === 'ENOENT')
            throw fail(`${name} is not PEM text, and there is no such file. Give the text of the certificate, or its path relative to the workspace as ${input}.`, error);
        throw fail(`${name} can not be read: ${(0,_findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(error)}`, error);
    }
}
function pemOf(der) {
    return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----`;
}
function fail(message, cause) {
    return new _findings_errors__WEBPACK_IMPORTED_MODULE_2__/* .AppsignError */ .xE('CERTIFICATE_INVALID', message, cause);
}


/***/ }),

/***/ 5583:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ makeThrowaway),
  $: () => (/* binding */ makeThrowawayKeys)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./src/pki/der.ts
var der = __nccwpck_require__(2787);
// EXTERNAL MODULE: ./src/pki/extensions.ts
var extensions = __nccwpck_require__(2968);
;// CONCATENATED MODULE: ./src/pki/issue.ts



const ATTRIBUTES = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', CN: '2.5.4.3' };
const RSA_SHA256 = { oid: '1.2.840.113549.1.1.11', digest: 'sha256', parameters: [(0,der/* makeDer */.iz)(5, external_node_buffer_.Buffer.alloc(0))] };
const ECDSA_SHA384 = { oid: '1.2.840.10045.4.3.3', digest: 'sha384', parameters: [] };
/**
 * Issues a certificate: for throw-away authorities, never for real ones.
 *
 * @param signer the issuer's private key, RSA (sha256WithRSAEncryption) or EC (ecdsa-with-SHA384)
 * @returns DER
 */
function issueCertificate(request, signer) {
    const { extensions } = request;
    const body = (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [
        ...(extensions ? [(0,der/* makeContext */.og)(0, [(0,der/* makeDer */.iz)(der/* TAG */.Dk.INTEGER, external_node_buffer_.Buffer.from([2]))])] : []),
        makeInteger(request.serial),
        algorithmOf(signer),
        makeName(request.issuer),
        (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeTime */.oA)(request.notBefore), (0,der/* makeTime */.oA)(request.notAfter)]),
        makeName(request.subject),
        (0,der/* readDer */.SU)(createSpki(request.publicKey)),
        ...(extensions ? [(0,der/* makeContext */.og)(3, [(0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, extensions.map(makeExtension))])] : []),
    ]);
    return signBody(body, signer);
}
/**
 * Puts a signature on the body of a certificate or a revocation list.
 *
 * @returns DER of body, algorithm and signature
 */
function signBody(body, signer) {
    const signature = (0,external_node_crypto_.sign)(schemeOf(signer).digest, (0,der/* writeDer */.bk)(body), signer);
    return (0,der/* writeDer */.bk)((0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [
        body,
        algorithmOf(signer),
        (0,der/* makeDer */.iz)(der/* TAG */.Dk.BITSTRING, external_node_buffer_.Buffer.concat([external_node_buffer_.Buffer.from([0]), signature])),
    ]));
}
/** The AlgorithmIdentifier with which a key signs. */
function algorithmOf(signer) {
    const scheme = schemeOf(signer);
    return (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeOid */.fl)(scheme.oid), ...scheme.parameters]);
}
/** A Name from its attributes, in UTF-8. */
function makeName(attributes) {
    const sets = attributes.map(([label, value]) => (0,der/* makeDer */.iz)(der/* TAG */.Dk.SET, [(0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeOid */.fl)(ATTRIBUTES[label] ?? label), (0,der/* makeUtf8 */.UJ)(value)])]));
    return (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, sets);
}
/** A positive INTEGER from hex. */
function makeInteger(hex) {
    const bytes = external_node_buffer_.Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
    return (0,der/* makeDer */.iz)(der/* TAG */.Dk.INTEGER, (bytes[0] ?? 0) & 0x80 ? external_node_buffer_.Buffer.concat([external_node_buffer_.Buffer.from([0]), bytes]) : bytes);
}
function schemeOf(signer) {
    return signer.asymmetricKeyType === 'ec' ? ECDSA_SHA384 : RSA_SHA256;
}
function createSpki(key) {
    const publicKey = key.type === 'private' ? (0,external_node_crypto_.createPublicKey)(key) : key;
    return publicKey.export({ type: 'spki', format: 'der' });
}
function makeExtension({ oid, critical, value }) {
    const flag = critical ? [(0,der/* makeDer */.iz)(der/* TAG */.Dk.BOOLEAN, external_node_buffer_.Buffer.from([0xff]))] : [];
    return (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeOid */.fl)(oid), ...flag, (0,der/* makeDer */.iz)(der/* TAG */.Dk.OCTETSTRING, (0,der/* writeDer */.bk)(value))]);
}

// EXTERNAL MODULE: ./src/pki/pem.ts
var pem = __nccwpck_require__(2166);
;// CONCATENATED MODULE: ./src/pki/throwaway.ts






const DAY = 24 * 60 * 60 * 1000;
/** Long enough to sign and verify; nobody shall get used to it. */
const LIFETIME = 365 * DAY;
const KEY_BITS = 2048;
const CURVE = 'P-384';
const ROOT_NAME = [
    ['O', 'appsign'],
    ['CN', 'Throw-away Authority'],
];
const BASIC_CONSTRAINTS = '2.5.29.19';
/** What format v2 wants of a leaf (SPEC 4): keyUsage digitalSignature (the first bit), extendedKeyUsage codeSigning. */
const SIGNING_EXTENSIONS = [
    { oid: '2.5.29.15', critical: true, value: (0,der/* makeDer */.iz)(der/* TAG */.Dk.BITSTRING, external_node_buffer_.Buffer.from([7, 0x80])) },
    { oid: '2.5.29.37', value: (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeOid */.fl)(extensions/* OID */.V.codeSigning)]) },
];
/**
 * Makes an authority and a certificate for an app, for trying things out: no server trusts it.
 *
 * @param appId becomes the CN of the leaf
 * @param now the certificates are valid from a day before for a year
 * @param format legacy: RSA, and the leaf is version 1 like those of the vendors; v2: EC, and the leaf is for signing code
 * @param keys of that format; left out, new ones are made
 */
function makeThrowaway(appId, now, format = 'legacy', { root, leaf } = makeThrowawayKeys(format)) {
    const notBefore = new Date(now.getTime() - DAY);
    const dates = { notBefore, notAfter: new Date(now.getTime() + LIFETIME) };
    const caTrue = (0,der/* makeDer */.iz)(der/* TAG */.Dk.SEQUENCE, [(0,der/* makeDer */.iz)(der/* TAG */.Dk.BOOLEAN, external_node_buffer_.Buffer.from([0xff]))]);
    const rootDer = issueCertificate({
        ...dates,
        subject: ROOT_NAME,
        issuer: ROOT_NAME,
        publicKey: root.publicKey,
        serial: serial(),
        extensions: [{ oid: BASIC_CONSTRAINTS, critical: true, value: caTrue }],
    }, root.privateKey);
    const request = { ...dates, subject: [['CN', appId]], issuer: ROOT_NAME, publicKey: leaf.publicKey };
    const extensions = format === 'v2' ? { extensions: SIGNING_EXTENSIONS } : {};
    return {
        rootCertificate: throwaway_pem(rootDer),
        certificate: throwaway_pem(issueCertificate({ ...request, ...extensions, serial: serial() }, root.privateKey)),
        privateKey: exportKey(leaf.privateKey),
    };
}
/** Key pairs for several tries of one run: two of RSA take 200 ms to make, most of what a small app takes altogether. */
function makeThrowawayKeys(format) {
    return { root: makeKeys(format), leaf: makeKeys(format) };
}
function makeKeys(format) {
    return format === 'v2'
        ? (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: CURVE })
        : (0,external_node_crypto_.generateKeyPairSync)('rsa', { modulusLength: KEY_BITS });
}
function serial() {
    return `1${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
}
function throwaway_pem(der) {
    return `${(0,pem/* formatPem */.uy)({ label: 'CERTIFICATE', headers: [], base64: der.toString('base64') })}\n`;
}
function exportKey(key) {
    return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}


/***/ }),

/***/ 9818:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uq: () => (/* binding */ unknownIssuer),
/* harmony export */   nW: () => (/* binding */ authoritiesOf),
/* harmony export */   vk: () => (/* binding */ revocationFindings)
/* harmony export */ });
/* harmony import */ var _findings_exceptions__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(358);
/* harmony import */ var _findings_server__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5899);
/* harmony import */ var _authorities__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4206);
/* harmony import */ var _validity__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9540);




/** The authorities whose leaves this server accepts; every one when no server is named. */
function authoritiesOf(trust, server = trust.server) {
    return trust.authorities.filter((authority) => !server || !authority.server || authority.server === server);
}
/**
 * Why a leaf's chain is refused: who issued it, and who would have had to.
 *
 * @param sentence the server's, where it is not the legacy one
 */
function unknownIssuer(leaf, server, sentence) {
    const wanted = server ? _findings_server__WEBPACK_IMPORTED_MODULE_1__/* .SERVER_NAMES */ .Bo[server] : 'Nextcloud or ownCloud';
    const other = server && otherVendor(leaf, server);
    return (0,_findings_exceptions__WEBPACK_IMPORTED_MODULE_0__/* .exception */ .Y)('BAD_CHAIN', other
        ? `The certificate was issued by ${_findings_server__WEBPACK_IMPORTED_MODULE_1__/* .SERVER_NAMES */ .Bo[other]}, and ${wanted} servers do not trust it.`
        : `The certificate does not lead to an authority of ${wanted}: its issuer is "${leaf.issuer.text}".`, other
        ? `Set server: ${other}, or use the certificate that ${wanted} issued.`
        : 'Use the certificate that the vendor issued for this app, with its intermediates as certificate-chain if there are any. If this authority is your own, give its root certificate as trusted-authorities.', sentence);
}
function otherVendor(leaf, server) {
    return (0,_authorities__WEBPACK_IMPORTED_MODULE_2__/* .bundledAuthorities */ .uy)().find((authority) => authority.server !== server &&
        [...authority.anchors, ...authority.intermediates].some((issuer) => issuer.subject.key === leaf.issuer.key))?.server;
}
/** What is known of a chain's revocation, as findings; none when all is well. */
function revocationFindings(check, authority) {
    const findings = [];
    if (check.fallback)
        findings.push({
            code: 'REVOCATION_LIST_BUNDLED',
            severity: 'notice',
            message: `Revocation was checked against the list that comes with appsign: ${check.fallback}.`,
            hint: 'Set revocation: bundled to do so without trying, or let this job reach the address.',
        });
    switch (check.state) {
        case 'good':
            break;
        case 'revoked':
            findings.unshift((0,_findings_exceptions__WEBPACK_IMPORTED_MODULE_0__/* .exception */ .Y)('REVOKED', `The certificate "${check.certificate.subject.text}" (serial ${check.certificate.serial}) was revoked by ${authority.name} on ${(0,_validity__WEBPACK_IMPORTED_MODULE_3__/* .formatDate */ .Yq)(check.on)}.`, 'Request a new certificate from the vendor, and sign with that one.'));
            break;
        case 'unchecked':
            findings.unshift((0,_findings_exceptions__WEBPACK_IMPORTED_MODULE_0__/* .exception */ .Y)('CRL_UNAVAILABLE', `Nobody can tell whether the certificate was revoked: ${check.reason}.`, 'Let this job reach the published list, or report it if the bundled one should have served.'));
            break;
        case 'no-list':
            findings.push({
                code: 'NO_REVOCATION_LIST',
                severity: 'notice',
                message: 'Revocation was not checked: an authority from trusted-authorities has no revocation list.',
            });
            break;
        case 'off':
            findings.push({
                code: 'REVOCATION_OFF',
                severity: 'warning',
                message: 'Revocation was not checked: revocation is off.',
                hint: 'Set revocation: auto. Servers refuse what a revoked certificate signed.',
            });
    }
    return findings;
}


/***/ }),

/***/ 9540:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ validityOf),
/* harmony export */   Yq: () => (/* binding */ formatDate),
/* harmony export */   iD: () => (/* binding */ expiryWarning),
/* harmony export */   p5: () => (/* binding */ checkOwnCloudDates),
/* harmony export */   rT: () => (/* binding */ checkLegacyDates)
/* harmony export */ });
/* unused harmony export daysLeft */
/* harmony import */ var _findings_exceptions__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(358);

const DAY = 24 * 60 * 60 * 1000;
const RENEW = 'Request a new certificate from the vendor with a new CSR.';
const CLOCK = 'Wait until then, and check the clock of this machine.';
/** Whole days from now until a certificate ends; negative once it has. */
function daysLeft(certificate, now) {
    return Math.floor((certificate.notAfter.getTime() - now.getTime()) / DAY);
}
/** Day and time in UTC, for messages: `2028-12-31 08:26:50 UTC`. */
function formatDate(date) {
    return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
/** Where a certificate stands in time. */
function validityOf(certificate, now) {
    if (now < certificate.notBefore)
        return 'not-yet-valid';
    return now > certificate.notAfter ? 'expired' : 'valid';
}
/**
 * What a leaf's dates mean where no server looks at them: to Nextcloud and ownCloud 10 (SPEC 3). The App Store does look.
 *
 * @param warningDays how many days before its end a certificate is worth a warning
 */
function checkLegacyDates(leaf, now, warningDays) {
    switch (validityOf(leaf, now)) {
        case 'not-yet-valid':
            return {
                code: 'CERTIFICATE_NOT_YET_VALID',
                severity: 'warning',
                message: `The certificate is valid only from ${formatDate(leaf.notBefore)}.`,
                hint: CLOCK,
            };
        case 'expired':
            return {
                code: 'CERTIFICATE_EXPIRED',
                severity: 'warning',
                message: `The certificate expired on ${formatDate(leaf.notAfter)}. Servers still accept what it signed; the App Store does not.`,
                hint: RENEW,
            };
        case 'valid':
            return expiryWarning(leaf, now, warningDays);
    }
}
/** A warning when a valid leaf ends within so many days. */
function expiryWarning(leaf, now, warningDays) {
    const days = daysLeft(leaf, now);
    if (days >= warningDays)
        return undefined;
    return {
        code: 'CERTIFICATE_EXPIRES',
        severity: 'warning',
        message: `The certificate expires in ${days} ${days === 1 ? 'day' : 'days'}, on ${formatDate(leaf.notAfter)}.`,
        hint: 'Request a new one now (a new CSR to the vendor): afterwards nothing can be signed with it.',
    };
}
/**
 * What ownCloud 11 says of a leaf that is not valid now (SPEC 4): the chain is bad, but an *expired* leaf that made a
 * legacy signature still passes until the sunset.
 *
 * @param legacyAccepted whether this is such a signature, before the sunset
 */
function checkOwnCloudDates(leaf, now, warningDays, legacyAccepted) {
    const validity = validityOf(leaf, now);
    if (validity === 'valid')
        return expiryWarning(leaf, now, warningDays);
    if (validity === 'expired' && legacyAccepted)
        return {
            code: 'LEGACY_ACCEPTED_WARN',
            severity: 'warning',
            message: `The certificate expired on ${formatDate(leaf.notAfter)}. ownCloud accepts what it signed only because the signature is in the legacy format.`,
            hint: RENEW,
        };
    return (0,_findings_exceptions__WEBPACK_IMPORTED_MODULE_0__/* .exception */ .Y)('BAD_CHAIN', validity === 'expired'
        ? `The certificate expired on ${formatDate(leaf.notAfter)}.`
        : `The certificate is valid only from ${formatDate(leaf.notBefore)}.`, validity === 'expired' ? RENEW : CLOCK, 'Leaf certificate is expired or not yet valid');
}


/***/ }),

/***/ 9073:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bX: () => (/* binding */ UNPRINTABLE),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   oy: () => (/* binding */ printableLine),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/** Control and format characters that move the cursor, hide text, reverse it or end a line; lone surrogates. For `replace`. */
const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u{e0000}-\u{e007f}]/gu;
/**
 * One line of text that is safe to show: what comes from file names, info.xml or certificates can neither start a
 * workflow command (`::error::` at a line's start, `##[…]` anywhere, PLATFORM "log injection"), nor move the cursor,
 * nor reverse or hide text.
 *
 * @param text any string, untrusted
 * @returns the same text with every such character written as `\u{hex}`
 */
function printable(text) {
    return text
        .replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
        .replace(/##\[/g, '##\\u{5b}')
        .replace(/::/g, ':\\u{3a}');
}
/** Text of at most so many characters; a cut one ends in `…`, and no character is cut in two. */
function shortened(text, characters) {
    return text.length > characters ? `${text.slice(0, characters - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
/** A line for a log or a terminal: `printable`, but the tabs that indent it stay. */
function printableLine(line) {
    const indent = /^\t*/.exec(line)?.[0] ?? '';
    return indent + printable(line.slice(indent.length));
}


/***/ }),

/***/ 8850:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O1: () => (/* binding */ verdictOfAll),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   vu: () => (/* binding */ isRefusal)
/* harmony export */ });
/* harmony import */ var _findings_verdict__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7167);

/** A refusal from the error behind it. */
function refuse(name, root, { code, message, findings }, mode) {
    return { name, root, mode, error: { code, message }, findings };
}
function isRefusal(outcome) {
    return 'error' in outcome;
}
/** One word for a whole run: what could not be done has failed. */
function verdictOfAll(outcomes) {
    return outcomes.some(isRefusal) ? 'failed' : (0,_findings_verdict__WEBPACK_IMPORTED_MODULE_0__/* .verdictOf */ .V)(outcomes.flatMap(({ findings }) => findings));
}


/***/ }),

/***/ 8940:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ EXCEPTION_CLASS),
/* harmony export */   P: () => (/* binding */ layoutResults)
/* harmony export */ });
/** The class that the servers name with an exception in their results. */
const EXCEPTION_CLASS = 'OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException';
/**
 * The layout of the servers' own results: `- app`, below it each category, below that each entry.
 *
 * @returns lines without their ends, indented by tabs as in the servers
 */
function layoutResults(app, categories) {
    const below = Array.from(categories, ([category, entries]) => [
        `\t- ${category}`,
        ...entries.map((entry) => `\t\t- ${entry}`),
    ]);
    return [`- ${app}`, ...below.flat()];
}


/***/ }),

/***/ 5655:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ chainLines),
/* harmony export */   DH: () => (/* binding */ DONE),
/* harmony export */   DW: () => (/* binding */ resultLines),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   bm: () => (/* binding */ revocationLine),
/* harmony export */   iN: () => (/* binding */ packageLines)
/* harmony export */ });
/* unused harmony export headLine */
/* harmony import */ var _findings_finding__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);
/* harmony import */ var _results__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8940);



/**
 * The findings in the layout of the servers' own results: `- app`, below it each category, below that each path with a
 * slash in front. Findings on a path that no server has come behind, under codes of our own. Advice is not a result. What
 * a server would say, and no more, is in `resultDocument`.
 *
 * @returns lines without their ends, indented by tabs as in the servers; empty when there is nothing to say. Raw names
 */
function resultLines(report) {
    const findings = report.findings.filter(({ severity, exception, path }) => severity === 'error' || (severity === 'warning' && (exception ?? path) !== undefined));
    if (findings.length === 0)
        return [];
    const categories = new Map();
    for (const finding of findings) {
        const category = (0,_findings_finding__WEBPACK_IMPORTED_MODULE_0__/* .serverCategory */ .O)(finding);
        const entries = categories.get(category) ?? (category === 'EXCEPTION' ? [_results__WEBPACK_IMPORTED_MODULE_1__/* .EXCEPTION_CLASS */ .D] : []);
        entries.push(resultOf(finding));
        categories.set(category, entries);
    }
    return (0,_results__WEBPACK_IMPORTED_MODULE_1__/* .layoutResults */ .P)(report.appId, categories);
}
function resultOf(finding) {
    return finding.exception ?? (finding.path === undefined ? finding.message : `/${finding.path}`);
}
/** What a payload without errors is. */
const DONE = {
    sign: 'is signed and verified',
    verify: 'passed',
    check: 'can be signed',
};
/** One sentence on what was found, for the end of the log and the error annotation. */
function verdictLine(report) {
    const count = (severity) => report.findings.filter((finding) => finding.severity === severity).length;
    const archive = report.kind === 'archive' ? ` in ${report.name}` : '';
    const app = `${report.appId} ${report.appVersion}`.trim() + archive;
    const errors = count('error');
    if (errors > 0)
        return `${app} failed: ${plural(errors, 'error')} in ${plural(report.fileCount, 'file')}.`;
    const done = DONE[report.mode];
    const warnings = count('warning');
    return `${app} ${done}: ${plural(report.fileCount, 'file')}${warnings ? `, ${plural(warnings, 'warning')}` : ''}.`;
}
/** One line on a whole run. Raw names. */
function headLine(outcomes) {
    const [only] = outcomes;
    if (only && outcomes.length === 1)
        return isRefusal(only) ? only.error.message : verdictLine(only);
    const failed = outcomes.filter((outcome) => verdictOfAll([outcome]) === 'failed').length;
    return failed > 0 ? `${failed} of ${outcomes.length} failed` : `All ${outcomes.length} passed`;
}
/** What was written besides the signature. Raw names. */
function packageLines(report) {
    const { package: written } = report;
    return written ? [`Package: ${written.path} (${written.size} bytes, SHA-256 ${written.sha256})`] : [];
}
/** Who vouches for the leaf, certificate by certificate, for the log. Raw names. */
function chainLines(report) {
    if (report.chain.length === 0)
        return [];
    return [
        `Certificates, up to ${report.authority ?? 'nobody that is trusted here'}:`,
        ...report.chain.map(({ subject, serial, notAfter }) => `\t${subject} (serial ${serial}, valid until ${notAfter.toISOString().slice(0, 10)})`),
        `Revocation: ${revocationLine(report)}`,
    ];
}
const STATES = {
    good: 'not revoked',
    revoked: 'revoked',
    unchecked: 'not checked',
    'no-list': 'not checked, the authority has no list',
    off: 'not checked, it is off',
};
/** What is known of revocation, and by which list of which day. */
function revocationLine({ revocation }) {
    if (!revocation)
        return 'not checked, nobody vouches for the certificate';
    const { state, list } = revocation;
    if (!list)
        return STATES[state];
    const number = list.number === undefined ? '' : ` number ${list.number}`;
    return `${STATES[state]}, by the ${list.source} list${number} of ${list.thisUpdate.toISOString().slice(0, 10)}`;
}
/** `1 file`, `2 files`. */
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 1836:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ chooseServer),
/* harmony export */   Y: () => (/* binding */ onlyServer)
/* harmony export */ });
/* harmony import */ var _findings_server__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5899);

/**
 * Whose rules decide what is signed: what the user said, else who issued the leaf, else ownCloud for
 * format v2, else what info.xml depends on.
 *
 * @returns the server, and a notice when it had to be guessed
 */
function chooseServer(wanted, authority, app, format) {
    const known = wanted ?? authority?.server ?? (format === 'v2' ? 'owncloud' : undefined);
    if (known)
        return { server: known };
    const only = onlyServer(app);
    if (only)
        return { server: only };
    return {
        server: 'nextcloud',
        finding: {
            code: 'SERVER_GUESSED',
            severity: 'notice',
            message: `The rules of ${_findings_server__WEBPACK_IMPORTED_MODULE_0__/* .SERVER_NAMES */ .Bo.nextcloud} are used: neither the certificate's issuer nor <dependencies> in info.xml names one server.`,
            hint: 'Set server: nextcloud or server: owncloud.',
        },
    };
}
/** The one server that `<dependencies>` in info.xml names; undefined when it names both or none. */
function onlyServer(app) {
    const { nextcloud, owncloud } = app.dependencies;
    if ((nextcloud === undefined) === (owncloud === undefined))
        return undefined;
    return owncloud ? 'owncloud' : 'nextcloud';
}


/***/ }),

/***/ 2449:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ shippingFindings),
/* harmony export */   x: () => (/* binding */ forServer)
/* harmony export */ });
/* harmony import */ var _payload_never_ship__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1711);

/** What the App Store and the installers would say of a payload as a whole (SPEC 6). */
function shippingFindings(payload, app, server) {
    return [...topFolder(payload, app), ...(server === 'nextcloud' ? (0,_payload_never_ship__WEBPACK_IMPORTED_MODULE_0__/* .storeLimits */ .W9)(payload, app) : [])];
}
function topFolder({ archive }, app) {
    if (!archive || archive.top === app.id)
        return [];
    return [
        {
            code: 'TOP_FOLDER',
            severity: 'error',
            message: `The folder in the archive is "${archive.top}", and info.xml says that the app is "${app.id}".`,
            hint: `Name the folder "${app.id}" before packing.`,
        },
    ];
}
/** Rules of the Nextcloud App Store are advice where the app goes to ownCloud. */
function forServer(server, findings) {
    if (server === 'nextcloud')
        return [...findings];
    return findings.map((finding) => (finding.code === 'DOT_PREFIX' ? { ...finding, severity: 'warning' } : finding));
}


/***/ }),

/***/ 6303:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ subjectInServer),
/* harmony export */   Gb: () => (/* binding */ isInOwnCloud10),
/* harmony export */   cE: () => (/* binding */ coreSubject),
/* harmony export */   kt: () => (/* binding */ appSubject),
/* harmony export */   zz: () => (/* binding */ isInOwnCloud11)
/* harmony export */ });
/* harmony import */ var _envelope_envelope__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9666);
/* harmony import */ var _payload_server_tree__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1732);
/* harmony import */ var _pki_identity__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9304);



/** An app by itself, for every server that its info.xml names. */
function appSubject(app) {
    return { ...app, scope: 'app', signaturePath: _envelope_envelope__WEBPACK_IMPORTED_MODULE_1__/* .APP_SIGNATURE */ .t };
}
/** A server's own files. */
function coreSubject(info) {
    return {
        scope: 'server',
        id: _pki_identity__WEBPACK_IMPORTED_MODULE_2__/* .CORE */ .M2,
        version: info.version,
        dependencies: onlyOn(info, info.vendor),
        signaturePath: _payload_server_tree__WEBPACK_IMPORTED_MODULE_0__/* .CORE_SIGNATURE */ .LW,
        within: info,
    };
}
/**
 * An app in a server, as that very server sees it, whatever others its info.xml names.
 *
 * @param id the name of its folder, or what info.xml says, whichever that server takes
 * @param server whose it is
 */
function subjectInServer(id, version, info, server) {
    return {
        scope: 'app',
        id,
        version,
        dependencies: onlyOn(info, server),
        signaturePath: _envelope_envelope__WEBPACK_IMPORTED_MODULE_1__/* .APP_SIGNATURE */ .t,
        within: info,
    };
}
/** Whether it is, or is part of, a server that asks what ownCloud 11 asks (SPEC 4). */
function isInOwnCloud11({ within }, server) {
    return within !== undefined && server === 'owncloud' && (within.major ?? 0) >= 11;
}
/** Whether it is, or is part of, an ownCloud that reads the legacy format only. */
function isInOwnCloud10({ within }, server) {
    return within !== undefined && server === 'owncloud' && within.major !== undefined && within.major < 11;
}
function onlyOn({ version }, server) {
    if (!server)
        return {};
    const range = version === '' ? undefined : version;
    return { [server]: { min: range, max: range } };
}


/***/ }),

/***/ 3138:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   om: () => (/* binding */ unreadableLeaf),
/* harmony export */   rf: () => (/* binding */ readLeaf),
/* harmony export */   yR: () => (/* binding */ bareVerdict)
/* harmony export */ });
/* harmony import */ var _findings_exceptions__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(358);
/* harmony import */ var _pki_certificate__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4839);
/* harmony import */ var _pki_pem__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2166);



/** The verdict when nothing could be asked at all. */
function bareVerdict(finding) {
    return { leaf: undefined, chain: undefined, revocation: undefined, findings: [finding] };
}
/**
 * A certificate from an envelope.
 *
 * @param pem the text in the file
 * @returns undefined when it can not be read, whatever is wrong with it
 */
function readLeaf(pem) {
    const der = (0,_pki_pem__WEBPACK_IMPORTED_MODULE_2__/* .decodeEnvelopePem */ .vQ)(pem);
    try {
        return der && (0,_pki_certificate__WEBPACK_IMPORTED_MODULE_1__/* .readCertificate */ .w$)(der);
    }
    catch {
        // The servers make no difference either: the caller says what they say.
        return undefined;
    }
}
/** The verdict on an envelope whose leaf can not be read. */
function unreadableLeaf(sentence) {
    return bareVerdict((0,_findings_exceptions__WEBPACK_IMPORTED_MODULE_0__/* .exception */ .Y)('BAD_CHAIN', 'The certificate in signature.json can not be read.', 'Sign again with the certificate that the vendor issued.', sentence));
}


/***/ }),

/***/ 2975:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q0: () => (/* binding */ describe),
  Yj: () => (/* binding */ verifyEnvelope),
  is: () => (/* binding */ verifySubject)
});

// EXTERNAL MODULE: ./src/envelope/envelope.ts
var envelope = __nccwpck_require__(9666);
// EXTERNAL MODULE: ./src/envelope/parse.ts + 3 modules
var parse = __nccwpck_require__(6991);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/findings/diagnose.ts


/** Files that are looked at again; with more than this something general is wrong, and the first ones show it. */
const MAX_FILES = 200;
const BOM = external_node_buffer_.Buffer.from([0xef, 0xbb, 0xbf]);
const LFS_POINTER = 'version https://git-lfs.github.com/spec/';
const ATTRIBUTES = 'Put "* -text" into .gitattributes so that git leaves line ends alone, and upload with FTP in binary mode.';
/** What really happens to files between signing and shipping, and how the signed content comes back. */
const CHANGES = [
    {
        what: 'its line ends are CRLF, and were LF when it was signed',
        hint: ATTRIBUTES,
        undo: (content) => [toLf(content)],
    },
    {
        what: 'its line ends are LF, and were CRLF when it was signed',
        hint: ATTRIBUTES,
        undo: (content) => [toCrlf(content)],
    },
    {
        what: 'a byte order mark was added after it was signed',
        hint: 'Save it without a byte order mark (UTF-8, not "UTF-8 with BOM").',
        undo: (content) => (content.subarray(0, 3).equals(BOM) ? [content.subarray(3)] : []),
    },
    {
        what: 'the byte order mark that it had when it was signed is gone',
        hint: 'Sign again: whatever took the mark away also ran after signing.',
        undo: (content) => [external_node_buffer_.Buffer.concat([BOM, content])],
    },
    {
        what: 'a newline was added at its end after it was signed',
        hint: 'Sign after the formatter, not before.',
        undo: (content) => [trimEnd(content, '\r\n'), trimEnd(content, '\n')].filter((one) => one !== undefined),
    },
    {
        what: 'the newline at its end is gone',
        hint: 'Sign after the formatter, not before.',
        undo: (content) => [external_node_buffer_.Buffer.concat([content, external_node_buffer_.Buffer.from('\n')]), external_node_buffer_.Buffer.concat([content, external_node_buffer_.Buffer.from('\r\n')])],
    },
];
/**
 * Says of files that failed what probably happened to them, and what to do about it. Only what failed is read again.
 *
 * @param findings of a comparison
 * @param scope what was signed
 * @returns the same findings in their order, with better words where the cause was found
 */
async function diagnose(findings, reread, scope = 'app') {
    const changed = findings.filter(({ code }) => code === 'INVALID_HASH').slice(0, MAX_FILES);
    const contents = changed.length > 0 ? await reread(new Set(changed.map(({ path = '' }) => path))) : new Map();
    const renamed = findRenames(findings, scope);
    return findings.map((finding) => {
        const { path = '' } = finding;
        const content = finding.code === 'INVALID_HASH' ? contents.get(path) : undefined;
        return { ...finding, ...(content ? explainChange(finding, content, scope) : renamed.get(finding)) };
    });
}
function explainChange({ path, expected }, content, scope) {
    if (content.length === 0)
        return {
            message: `"${path}" is empty, and was not when the ${scope} was signed.`,
            hint: 'Build or copy it again: something stopped half-way.',
        };
    if (content.subarray(0, LFS_POINTER.length).toString('latin1') === LFS_POINTER)
        return {
            message: `"${path}" is a pointer of Git LFS in place of the file itself.`,
            hint: 'Check out with lfs: true (actions/checkout).',
        };
    const change = CHANGES.find(({ undo }) => undo(content).some((before) => sha512(before) === expected));
    return (change && { message: `"${path}" was changed after the ${scope} was signed: ${change.what}.`, hint: change.hint });
}
/** A file that is missing and one that is extra, with one content between them. */
function findRenames(findings, scope) {
    const missing = new Map();
    // From behind, so that the first is the one that is taken first.
    for (const finding of findings.toReversed())
        if (finding.code === 'FILE_MISSING' && finding.expected)
            for (const key of keysOf(finding.expected, finding.path)) {
                const bucket = missing.get(key);
                if (bucket)
                    bucket.push(finding);
                else
                    missing.set(key, [finding]);
            }
    const words = new Map();
    const take = (key) => {
        const bucket = missing.get(key) ?? [];
        while (words.has(bucket.at(-1)))
            bucket.pop();
        return bucket.at(-1);
    };
    for (const extra of findings) {
        if (extra.code !== 'EXTRA_FILE')
            continue;
        // Of several with that content, the one whose name is nearest.
        const lost = keysOf(extra.current ?? '', extra.path).reduce((one, key) => one ?? take(key), undefined);
        if (!lost)
            continue;
        const how = howNamesDiffer(lost.path ?? '', extra.path ?? '');
        words.set(lost, {
            message: `"${lost.path}" was renamed to "${extra.path}" after the ${scope} was signed${how}.`,
            hint: 'Give it its old name, or sign again.',
        });
        words.set(extra, {
            message: `"${extra.path}" is "${lost.path}" under another name${how}.`,
            hint: 'Give it its old name, or sign again.',
        });
    }
    return words;
}
/** Under what a file is looked for: its content with a name that is nearly the same, then its content alone. */
function keysOf(hash, path = '') {
    return [`${hash} ${path.normalize('NFC')}`, `${hash} ${path.toLowerCase()}`, hash];
}
function howNamesDiffer(a, b) {
    if (a.normalize('NFC') === b.normalize('NFC'))
        return ': only the Unicode form of the name differs, as after macOS';
    return a.toLowerCase() === b.toLowerCase() ? ': only upper and lower case differ' : '';
}
function toLf(content) {
    return external_node_buffer_.Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}
function toCrlf(content) {
    return external_node_buffer_.Buffer.from(content.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}
function trimEnd(content, end) {
    return content.toString('latin1').endsWith(end) ? content.subarray(0, content.length - end.length) : undefined;
}
function sha512(content) {
    return (0,external_node_crypto_.createHash)('sha512').update(content).digest('hex');
}

// EXTERNAL MODULE: ./src/findings/exceptions.ts
var exceptions = __nccwpck_require__(358);
// EXTERNAL MODULE: ./src/findings/order.ts
var order = __nccwpck_require__(1310);
// EXTERNAL MODULE: ./src/format.ts
var src_format = __nccwpck_require__(6264);
// EXTERNAL MODULE: ./src/manifest/build.ts + 10 modules
var build = __nccwpck_require__(2297);
// EXTERNAL MODULE: ./src/manifest/compare.ts
var compare = __nccwpck_require__(5610);
// EXTERNAL MODULE: ./src/manifest/numeric-names.ts
var numeric_names = __nccwpck_require__(2083);
// EXTERNAL MODULE: ./src/payload/exclusions.ts
var exclusions = __nccwpck_require__(5993);
// EXTERNAL MODULE: ./src/server.ts
var src_server = __nccwpck_require__(1836);
// EXTERNAL MODULE: ./src/shipping.ts
var shipping = __nccwpck_require__(2449);
// EXTERNAL MODULE: ./src/pki/chain.ts
var chain = __nccwpck_require__(5637);
// EXTERNAL MODULE: ./src/pki/trust.ts
var pki_trust = __nccwpck_require__(9818);
// EXTERNAL MODULE: ./src/verdict.ts
var verdict = __nccwpck_require__(3138);
;// CONCATENATED MODULE: ./src/signer.ts



/** Reads an envelope's leaf, and follows it to an authority (SPEC 3, step 2; SPEC 4). */
function signerOf(envelope, trust) {
    const isV2 = envelope.format === 'v2';
    const leaf = (0,verdict/* readLeaf */.rf)(isV2 ? envelope.leaf : envelope.certificate);
    const candidates = isV2 ? envelope.chain.map(verdict/* readLeaf */.rf).filter((certificate) => certificate !== undefined) : [];
    return { leaf, chain: leaf && (0,chain/* findChain */.r_)(leaf, (0,pki_trust/* authoritiesOf */.nW)(trust, isV2 ? 'owncloud' : undefined), candidates) };
}

// EXTERNAL MODULE: ./src/pki/identity.ts
var identity = __nccwpck_require__(9304);
;// CONCATENATED MODULE: ./src/cn-mismatch.ts


/**
 * The finding for a leaf that speaks for something else.
 *
 * @param shown whom the leaf is for, as the servers print it
 * @param sentence the server's
 */
function cnMismatch({ id, within }, shown, sentence) {
    const isFor = `The certificate is for "${shown}", and`;
    if (id === identity/* CORE */.M2)
        return (0,exceptions/* exception */.Y)('CN_MISMATCH', `${isFor} a server is signed as "${identity/* CORE */.M2}".`, `Sign with the certificate that the vendor issued for its server: its CN is "${identity/* CORE */.M2}".`, sentence);
    if (within)
        return (0,exceptions/* exception */.Y)('CN_MISMATCH', `${isFor} the server takes the app for "${id}".`, 'Take the app from its own release, into a folder that is named as the app id.', sentence);
    return (0,exceptions/* exception */.Y)('CN_MISMATCH', `${isFor} info.xml says that the app is "${id}".`, `Sign with the certificate of "${id}", or correct <id> in appinfo/info.xml.`, sentence);
}

// EXTERNAL MODULE: ./src/findings/server.ts
var server = __nccwpck_require__(5899);
// EXTERNAL MODULE: ./src/envelope/scheme.ts
var scheme = __nccwpck_require__(485);
;// CONCATENATED MODULE: ./src/envelope/algorithm.ts



/** The two that format v2 is for; they are always permitted (SPEC 4). */
const V2_ALGORITHMS = ['ecdsa-p384-sha384', 'rsa-pss-sha384'];
const LEGACY_ALGORITHM = 'rsa-pss-sha1';
/**
 * Whether ownCloud 11 permits an algorithm (SPEC 4): those of v2 always, the legacy scheme only below G1 and before the
 * sunset.
 *
 * @param name as the envelope says, undefined when it says nothing; `rsa-pss-sha1` for the legacy format
 * @param key the leaf's public key
 * @param authority who vouches for the leaf, if anyone does
 * @returns the algorithm, or the finding that refuses it
 */
function permitAlgorithm(name, key, authority, now) {
    if (name === LEGACY_ALGORITHM) {
        if (authority && !isLegacyAuthority(authority))
            return refuse(`The signature is made with the legacy scheme, and ${authority.name} is not permitted to use that.`, 'Sign in format v2.', 'legacy algorithm is not permitted on non-G1 chains');
        if (now >= server/* LEGACY_SUNSET */.f1)
            return refuse(`The signature is made with the legacy scheme, which ownCloud 11 refuses since ${server/* LEGACY_SUNSET */.f1.toISOString().replace('.000', '')}.`, 'Request a certificate of ownCloud G2, and sign in format v2.', 'legacy algorithm is not permitted after sunset');
        return { algorithm: LEGACY_ALGORITHM };
    }
    if (name === undefined || !V2_ALGORITHMS.includes(name))
        return refuse(name === undefined
            ? 'signature.json does not say with which algorithm it was signed.'
            : `The algorithm "${name}" is not known.`, 'Sign again.', `algorithm "${name ?? ''}" is not permitted`);
    const ofKind = name.startsWith('ecdsa') ? key.asymmetricKeyType === 'ec' : key.asymmetricKeyType === 'rsa';
    // A key of the right kind and the wrong size; one of another kind makes the signature wrong, which is said there.
    if (ofKind && (0,scheme/* v2Algorithm */.Mk)(key) === undefined)
        return refuse(`The certificate is for ${(0,scheme/* keyKind */.qp)(key)}, which format v2 does not take.`, 'Use an EC key on P-384.');
    return { algorithm: name };
}
/** Whose leaves may sign in the legacy scheme. What the user trusts on top of the vendors may do what G1 may. */
function isLegacyAuthority(authority) {
    return authority.format !== 'v2';
}
function refuse(message, hint, sentence) {
    return { finding: (0,exceptions/* exception */.Y)('BAD_ALGORITHM', message, hint, sentence) };
}

// EXTERNAL MODULE: ./src/envelope/legacy.ts + 1 modules
var legacy = __nccwpck_require__(5441);
// EXTERNAL MODULE: ./src/findings/errors.ts
var errors = __nccwpck_require__(6927);
// EXTERNAL MODULE: ./src/pki/revocation-check.ts + 1 modules
var revocation_check = __nccwpck_require__(1337);
// EXTERNAL MODULE: ./src/pki/validity.ts
var validity = __nccwpck_require__(9540);
// EXTERNAL MODULE: ./src/subject.ts
var src_subject = __nccwpck_require__(6303);
;// CONCATENATED MODULE: ./src/verify-legacy.ts













/**
 * Asks of a legacy envelope what the servers ask, in their order (SPEC 3, steps 2 to 5): who issued the leaf, is it revoked,
 * is it for this app, does the signature fit; for ownCloud also what version 11 asks on top (SPEC 4): is the scheme
 * permitted, and is the leaf valid now. An app that is for ownCloud 10 only outlives the sunset. A step that can not be taken without an earlier one is left out.
 */
async function verifyLegacy(envelope, { leaf, chain }, subject, trust) {
    if (!leaf)
        return (0,verdict/* unreadableLeaf */.om)();
    const revocation = chain && (await (0,revocation_check/* checkRevocation */.z)(chain, trust.revocation));
    const { server } = (0,src_server/* chooseServer */.N)(trust.server, chain?.authority, subject, 'legacy');
    const onOwnCloud = server === 'owncloud';
    const asks11 = onOwnCloud && (0,src_format/* isFor11 */.Wd)(subject);
    // ownCloud 10 knows no authority of version 2, and 11 lets none of them sign in the legacy scheme.
    const asksScheme = asks11 || (onOwnCloud && chain !== undefined && !isLegacyAuthority(chain.authority));
    const permitted = asksScheme
        ? permitAlgorithm('rsa-pss-sha1', leaf.publicKey, chain?.authority, trust.now)
        : undefined;
    const refused = permitted && 'finding' in permitted ? permitted.finding : undefined;
    const findings = [
        chain ? undefined : (0,pki_trust/* unknownIssuer */.Uq)(leaf, trust.server),
        refused,
        ...(chain && revocation ? (0,pki_trust/* revocationFindings */.vk)(revocation, chain.authority) : []),
        checkScope(leaf, subject, (0,src_subject/* isInOwnCloud11 */.zz)(subject, server)),
        checkSignature(envelope, leaf),
        asks11
            ? (0,validity/* checkOwnCloudDates */.p5)(leaf, trust.now, trust.expiryWarningDays, !refused)
            : (0,validity/* checkLegacyDates */.rT)(leaf, trust.now, trust.expiryWarningDays),
    ];
    return { leaf, chain, revocation, findings: findings.filter((finding) => finding !== undefined) };
}
/** The leaf speaks for one app only; CN `core` is trusted for everything (SPEC 3, step 4), but not by ownCloud 11 (SPEC 4). */
function checkScope(leaf, subject, isIn11) {
    const { id } = subject;
    const commonName = (0,identity/* commonNameOf */.KJ)(leaf);
    if (commonName !== undefined && (commonName === id || (commonName === identity/* CORE */.M2 && !isIn11)))
        return undefined;
    const shown = leaf.subject.commonNames.join(', CN=');
    return cnMismatch(subject, shown, isIn11 ? (0,identity/* identitySentence */.Y2)(id, shown) : (0,exceptions/* scopeSentence */.i)(id, shown));
}
function checkSignature(envelope, leaf) {
    const hint = 'signature.json was edited, merged, or made with a key that does not belong to its certificate. Sign again.';
    try {
        if ((0,legacy/* verifyLegacyEnvelope */.f)(envelope.hashes, envelope.signature, leaf))
            return undefined;
        return (0,exceptions/* exception */.Y)('BAD_SIGNATURE', 'The signature does not belong to the hashes and the certificate.', hint);
    }
    catch (error) {
        if (!(error instanceof errors/* AppsignError */.xE))
            throw error;
        return (0,exceptions/* exception */.Y)('BAD_SIGNATURE', `The signature can not be verified. ${error.message}`, hint);
    }
}

// EXTERNAL MODULE: ./src/pki/leaf-profile.ts
var leaf_profile = __nccwpck_require__(8726);
;// CONCATENATED MODULE: ./src/verify-v2.ts











/**
 * Asks of an envelope in format v2 what ownCloud 11 asks, in its order (SPEC 4): does the leaf lead to a trusted root, is it
 * for signing, is the algorithm permitted, does the signature fit the bytes in the file, is the leaf valid now, is the
 * chain revoked, is the leaf for this app. A step that can not be taken without an earlier one is left out.
 *
 * @param subject its id is the app's as info.xml has it, or `core`
 */
async function verifyV2(envelope, { leaf, chain }, subject, trust) {
    if (!leaf)
        return (0,verdict/* unreadableLeaf */.om)('Failed to load leaf certificate.');
    const permitted = permitAlgorithm(envelope.algorithm, leaf.publicKey, chain?.authority, trust.now);
    const revocation = chain && (await (0,revocation_check/* checkRevocation */.z)(chain, trust.revocation));
    const findings = [
        trust.server === 'nextcloud' ? notForNextcloud() : undefined,
        (0,src_subject/* isInOwnCloud10 */.Gb)(subject, trust.server) ? notForOwnCloud10() : undefined,
        chain
            ? checkProfile(leaf, chain)
            : (0,pki_trust/* unknownIssuer */.Uq)(leaf, 'owncloud', 'Leaf certificate does not chain to a trusted root.'),
        'finding' in permitted ? permitted.finding : verify_v2_checkSignature(envelope, leaf, permitted.algorithm),
        (0,validity/* checkOwnCloudDates */.p5)(leaf, trust.now, trust.expiryWarningDays, isLegacyScheme(permitted)),
        ...(chain && revocation ? (0,pki_trust/* revocationFindings */.vk)(revocation, chain.authority) : []),
        checkIdentity(leaf, chain, subject),
    ];
    return { leaf, chain, revocation, findings: findings.filter((finding) => finding !== undefined) };
}
function notForNextcloud() {
    return (0,exceptions/* exception */.Y)('BAD_CHAIN', 'signature.json is in format v2, which no Nextcloud server reads.', 'Sign in the legacy format for Nextcloud.');
}
function notForOwnCloud10() {
    return (0,exceptions/* exception */.Y)('BAD_CHAIN', 'signature.json is in format v2, which ownCloud 10 does not read.', 'Take the release that is signed for ownCloud 10.', 'App Certificate is not valid.');
}
/** G1's leaves have no extensions, and are exempt (SPEC 4). */
function checkProfile(leaf, chain) {
    const problem = isG1(chain) ? undefined : (0,leaf_profile/* leafProfileProblem */.$)(leaf);
    if (!problem)
        return undefined;
    return (0,exceptions/* exception */.Y)('BAD_CHAIN', `The certificate ${problem}.`, 'Use the certificate that ownCloud issued for this app.');
}
function verify_v2_checkSignature(envelope, leaf, algorithm) {
    if ((0,scheme/* verifyWith */.iQ)(algorithm, envelope.signedBytes, leaf.publicKey, envelope.signature))
        return undefined;
    return (0,exceptions/* exception */.Y)('BAD_SIGNATURE', 'The signature does not belong to the hashes, as they are written, and the certificate.', 'signature.json was edited, reformatted, or made with a key that does not belong to its certificate. Sign again.', 'Signature could not be verified.');
}
function checkIdentity(leaf, chain, subject) {
    const { id } = subject;
    const commonName = (0,identity/* commonNameOf */.KJ)(leaf);
    const sentence = id === identity/* CORE */.M2
        ? commonName === identity/* CORE */.M2
            ? undefined
            : `Invalid core CN: ${commonName ?? ''} (expected "${identity/* CORE */.M2}")`
        : !chain || !isG1(chain)
            ? (0,identity/* v2IdentityProblem */.G7)(id, leaf)
            : commonName === id
                ? undefined
                : (0,identity/* identitySentence */.Y2)(id, commonName ?? '');
    return sentence === undefined ? undefined : cnMismatch(subject, leaf.subject.commonNames.join(', CN='), sentence);
}
/** G1 may use the legacy scheme in this format, too, until the sunset; then its expired leaves pass as well (SPEC 4). */
function isLegacyScheme(permitted) {
    return 'algorithm' in permitted && permitted.algorithm === 'rsa-pss-sha1';
}
function isG1(chain) {
    return chain.authority.id === 'owncloud-g1';
}

;// CONCATENATED MODULE: ./src/verify-subject.ts
















/**
 * Verifies one app or a server's own files as the servers do (SPEC 3 and 4), with all findings instead of the first only.
 *
 * @throws AppsignError when the payload can not be read
 */
async function verifySubject(payload, subject, trust) {
    const { scope, within } = subject;
    const parsed = readEnvelope(payload, subject);
    const envelope = 'envelope' in parsed ? parsed.envelope : undefined;
    const format = envelope?.format ?? 'legacy';
    const signer = envelope && signerOf(envelope, trust);
    const { server, finding } = (0,src_server/* chooseServer */.N)(trust.server, signer?.chain?.authority, subject, format);
    const signed = envelope?.hashes.keys();
    // The signature is verified, and its authority's list fetched, while other threads hash.
    const [manifest, verdict] = await Promise.all([
        (0,build/* buildManifest */.u)(payload, { server, scope, within, ...(signed ? { signed } : {}) }),
        'envelope' in parsed ? verifyEnvelope(parsed.envelope, subject, trust, signer) : missing(parsed.problem, subject),
    ]);
    const compared = envelope ? (0,compare/* compareManifests */.k)(expectedOf(envelope, server, subject), manifest.hashes, scope) : [];
    const differences = await diagnose(compared, payload.reread, scope);
    return {
        mode: 'verify',
        scope,
        kind: payload.kind,
        name: payload.name,
        root: payload.root,
        appId: subject.id,
        appVersion: subject.version,
        server,
        format,
        signaturePath: envelope && subject.signaturePath,
        ...describe(verdict),
        fileCount: manifest.hashes.size,
        bytes: manifest.bytes,
        findings: (0,shipping/* forServer */.x)(server, (0,order/* sortFindings */.T)([
            ...verdict.findings,
            ...differences,
            ...withoutRepeats(manifest.findings, differences).map((one) => (within ? softened(one) : one)),
            ...(within ? [] : adviceOnApp(payload, subject, server, envelope && format, trust)),
            ...(format === 'legacy' ? (0,numeric_names/* numericNames */.K)(manifest.hashes.keys()) : []),
            ...(finding ? [finding] : []),
        ])),
    };
}
/** Asks of an envelope what the servers of its format ask, in their order. */
function verifyEnvelope(envelope, subject, trust, signer = signerOf(envelope, trust)) {
    return envelope.format === 'v2'
        ? verifyV2(envelope, signer, subject, trust)
        : verifyLegacy(envelope, signer, subject, trust);
}
function readEnvelope(payload, { scope, signaturePath }) {
    const bytes = payload.read(signaturePath, envelope/* MAX_ENVELOPE_SIZE */.m);
    if (bytes === undefined)
        return { problem: `The ${scope} is not signed: there is no ${signaturePath}` };
    if (bytes === 'too-large')
        return { problem: `${signaturePath} is larger than ${envelope/* MAX_ENVELOPE_SIZE */.m / 1024 / 1024} MiB and was not read` };
    return (0,parse/* parseEnvelope */.m)(bytes, signaturePath);
}
function missing(problem, { within }) {
    const hint = within
        ? 'Take signature.json from the release of this very version.'
        : 'Sign the app (mode: sign), and ship signature.json as it is written.';
    return (0,verdict/* bareVerdict */.yR)((0,exceptions/* exception */.Y)('MISSING_SIGNATURE', `${problem}.`, hint));
}
/** What was signed and is compared. */
function expectedOf({ hashes }, server, { scope }) {
    const all = [...hashes.keys()].every((path) => (0,exclusions/* isCompared */.uQ)(path, server, scope));
    return all ? hashes : new Map([...hashes].filter(([path]) => (0,exclusions/* isCompared */.uQ)(path, server, scope)));
}
/** What the store and other servers would say of an app that is by itself. */
function adviceOnApp(payload, subject, server, format, trust) {
    return [
        ...(0,shipping/* shippingFindings */.R)(payload, subject, server),
        ...(format ? (0,src_format/* formatFindings */.eg)(format, server, subject, trust.now, false) : []),
    ];
}
/** A dangling link that differs from the envelope was told as a difference already. */
function withoutRepeats(findings, differences) {
    const told = new Set(differences.map((difference) => difference.path));
    return findings.filter((finding) => finding.code !== 'DANGLING_LINK' || !told.has(finding.path));
}
/** A link that dangles as it did when the server was signed is what was signed: its makers are to blame, and no server minds. */
function softened(finding) {
    return finding.code === 'DANGLING_LINK' ? { ...finding, severity: 'warning' } : finding;
}
/** What a report says of who signed. */
function describe({ leaf, chain, revocation, }) {
    const certificates = chain ? [chain.leaf, ...chain.issuers] : leaf ? [leaf] : [];
    return { chain: certificates.map(describeCertificate), authority: chain?.authority.name, revocation };
}
function describeCertificate({ subject, issuer, serial, notAfter }) {
    return { subject: subject.text, issuer: issuer.text, serial, notAfter };
}


/***/ }),

/***/ 5538:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   Yj: () => (/* reexport safe */ _verify_subject__WEBPACK_IMPORTED_MODULE_2__.Yj),
/* harmony export */   q0: () => (/* reexport safe */ _verify_subject__WEBPACK_IMPORTED_MODULE_2__.q0)
/* harmony export */ });
/* harmony import */ var _payload_app_info__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3219);
/* harmony import */ var _subject__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6303);
/* harmony import */ var _verify_subject__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2975);




/**
 * Verifies an app as the servers do (SPEC 3 and 4), with all findings instead of the first only.
 *
 * @param payload the app
 * @throws AppsignError when the payload can not be read, or is no app
 */
async function verify(payload, trust) {
    return (0,_verify_subject__WEBPACK_IMPORTED_MODULE_2__/* .verifySubject */ .is)(payload, (0,_subject__WEBPACK_IMPORTED_MODULE_1__/* .appSubject */ .kt)((0,_payload_app_info__WEBPACK_IMPORTED_MODULE_0__/* .readAppInfo */ .Mh)(payload)), trust);
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 2227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ issueCommand)
});

// UNUSED EXPORTS: issue

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map

/***/ }),

/***/ 2902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* unused harmony exports issueFileCommand, prepareKeyValueMessage */
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(857);
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(2957);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
