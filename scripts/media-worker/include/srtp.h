// SPDX-License-Identifier: Apache-2.0
#pragma once
// Adapts the libsrtp 3 calls that mediasoup's worker makes to libsrtp 2.
#include <srtp2/srtp.h>
#include <cstring>
#include <cstdint>
#include <vector>
#define srtp_err_status_buffer_small static_cast<srtp_err_status_t>(28)
#define srtp_err_status_cryptex_err static_cast<srtp_err_status_t>(29)
namespace srtp3 {
struct Policy { ::srtp_policy_t v2{}; std::vector<unsigned char> key; };
using policy_t = Policy*;
inline srtp_err_status_t create(policy_t* p){ *p=new Policy(); return srtp_err_status_ok; }
inline void destroy(policy_t p){ delete p; }
inline srtp_err_status_t set_ssrc(policy_t p, srtp_ssrc_t s){ p->v2.ssrc=s; return srtp_err_status_ok; }
inline srtp_err_status_t set_profile(policy_t p, srtp_profile_t pr){
  auto e=srtp_crypto_policy_set_from_profile_for_rtp(&p->v2.rtp,pr); if(e) return e;
  // RTCP always has the 80 bit tag in SHA1_32 profile
  return srtp_crypto_policy_set_from_profile_for_rtcp(&p->v2.rtcp,pr); }
inline srtp_err_status_t add_key(policy_t p,const uint8_t*k,size_t kl,const uint8_t*s,size_t sl,const uint8_t*,size_t){
  p->key.assign(k,k+kl); p->key.insert(p->key.end(),s,s+sl); p->v2.key=p->key.data(); return srtp_err_status_ok; }
inline srtp_err_status_t set_repeat(policy_t p,bool b){ p->v2.allow_repeat_tx=b; return srtp_err_status_ok; }
inline srtp_err_status_t set_window(policy_t p,size_t w){ p->v2.window_size=w; return srtp_err_status_ok; }
inline srtp_err_status_t session(srtp_t* s,policy_t p){ return ::srtp_create(s,&p->v2); }
inline srtp_err_status_t protect(srtp_t c,const uint8_t*in,size_t n,uint8_t*out,size_t*outlen,size_t){
  if(in!=out) std::memcpy(out,in,n); int l=(int)n; auto e=::srtp_protect(c,out,&l); *outlen=l; return e; }
inline srtp_err_status_t protect_rtcp(srtp_t c,const uint8_t*in,size_t n,uint8_t*out,size_t*outlen,size_t){
  if(in!=out) std::memcpy(out,in,n); int l=(int)n; auto e=::srtp_protect_rtcp(c,out,&l); *outlen=l; return e; }
inline srtp_err_status_t unprotect(srtp_t c,const uint8_t*in,size_t n,uint8_t*out,size_t*outlen){
  if(in!=out) std::memcpy(out,in,n); int l=(int)n; auto e=::srtp_unprotect(c,out,&l); *outlen=l; return e; }
inline srtp_err_status_t unprotect_rtcp(srtp_t c,const uint8_t*in,size_t n,uint8_t*out,size_t*outlen){
  if(in!=out) std::memcpy(out,in,n); int l=(int)n; auto e=::srtp_unprotect_rtcp(c,out,&l); *outlen=l; return e; }
inline srtp_err_status_t stream_remove(srtp_t c,uint32_t ssrc){ return ::srtp_remove_stream(c,ssrc); }
}
#define srtp_policy_t srtp3::policy_t
#define srtp_policy_create srtp3::create
#define srtp_policy_destroy srtp3::destroy
#define srtp_policy_set_ssrc srtp3::set_ssrc
#define srtp_policy_set_profile srtp3::set_profile
#define srtp_policy_add_key srtp3::add_key
#define srtp_policy_set_allow_repeat_tx srtp3::set_repeat
#define srtp_policy_set_window_size srtp3::set_window
#define srtp_create srtp3::session
#define srtp_protect srtp3::protect
#define srtp_protect_rtcp srtp3::protect_rtcp
#define srtp_unprotect srtp3::unprotect
#define srtp_unprotect_rtcp srtp3::unprotect_rtcp
#define srtp_stream_remove srtp3::stream_remove
