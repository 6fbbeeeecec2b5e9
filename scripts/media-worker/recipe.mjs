// SPDX-License-Identifier: Apache-2.0
// How mediasoup's worker is built against Debian's libraries, as data. Its values, and the headers in `include/`, name
// the cached binary: changing one of them builds the worker anew everywhere.

export const recipe = {
  /** Raise when the steps around this data change in a way that makes another binary. */
  revision: 1,

  packages: [
    'g++',
    'ninja-build',
    'pkg-config',
    'libuv1-dev',
    'libsrtp2-dev',
    'libabsl-dev',
    'libssl-dev',
    'libflatbuffers-dev',
    'flatbuffers-compiler',
  ],

  flatcFlags: [
    '--cpp',
    '--cpp-field-case-style',
    'lower',
    '--reflect-names',
    '--scoped-enums',
    '--filename-suffix',
    '',
  ],

  compilerFlags: [
    '-std=c++20',
    '-O2',
    '-DNDEBUG',
    '-DMS_LITTLE_ENDIAN',
    '-DMS_EXECUTABLE',
    '-DFLATBUFFERS_LOCALE_INDEPENDENT=1',
    '-w',
  ],

  /** Read in mediasoup's meson files: the names of the source lists, and sources that they mention elsewhere. */
  sourceLists: [
    { file: 'meson.build', variable: 'common_sources', folder: '' },
    { file: 'deps/libwebrtc/meson.build', variable: 'libwebrtc_sources', folder: 'deps/libwebrtc/' },
  ],
  extraSources: [
    'src/DepLibWebRTC.cpp',
    'src/RTC/TransportCongestionControlClient.cpp',
    'src/RTC/TransportCongestionControlServer.cpp',
    'src/main.cpp',
  ],

  /** Nearly every file of the worker includes these; compiling them once halves the build. */
  precompiledHeaders: [
    'common.hpp',
    'Logger.hpp',
    'MediaSoupErrors.hpp',
    'Settings.hpp',
    'Utils.hpp',
    'DepLibUV.hpp',
    'RTC/RtpDictionaries.hpp',
  ],

  /**
   * A return callback of OpenSSL carries further bits besides BIO_CB_RETURN. Debian's OpenSSL is built with kernel TLS
   * and asks the BIO whether it does kernel TLS; the original test answers yes, no write buffer is allocated, and the
   * worker crashes at the first DTLS handshake.
   */
  patches: [
    {
      file: 'src/RTC/DtlsTransport.cpp',
      find: '(operationType == BIO_CB_RETURN)',
      replace: '((operationType & BIO_CB_RETURN) != 0)',
    },
  ],

  libraries: [
    'srtp2',
    'ssl',
    'crypto',
    'uv',
    'flatbuffers',
    'absl_strings',
    'absl_raw_hash_set',
    'absl_hash',
    'absl_city',
    'absl_low_level_hash',
    'absl_throw_delegate',
    'absl_bad_optional_access',
    'absl_raw_logging_internal',
    'pthread',
  ],
}
