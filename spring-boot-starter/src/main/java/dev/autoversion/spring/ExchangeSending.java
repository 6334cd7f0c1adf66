package dev.autoversion.spring;

import dev.autoversion.AssetResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An answer on its way out of WebFlux. */
record ExchangeSending(
    AssetResponse answer, ServerHttpRequest request, ServerHttpResponse response) {
  private static final int CHUNK = 64 << 10;
  // These may be there already, from a filter that knows of other origins.
  private static final Set<String> OF_OTHERS_TOO =
      Set.of(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);

  Mono<Void> send() {
    response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
    answer.headers().forEach(this::set);
    AssetResponse.Body body = answer.body();
    return body.length() == 0
        ? response.setComplete()
        : response.writeWith(bytes(body)).doOnError(e -> abandon());
  }

  /**
   * What has begun to leave is broken off by the server. What has not becomes an error page, and
   * nothing of the asset may stay with it.
   */
  private void abandon() {
    if (!response.isCommitted()) {
      HttpHeaders headers = response.getHeaders();
      answer.headers().keySet().stream()
          .filter(name -> !OF_OTHERS_TOO.contains(name))
          .forEach(name -> headers.put(name, List.of())); // remove() differs in Spring 6 and 7.
      response.beforeCommit(() -> Mono.fromRunnable(() -> ExchangeStoring.forbid(headers)));
    }
  }

  private void set(String name, String value) {
    HttpHeaders headers = response.getHeaders();
    switch (name) {
      case HttpHeaders.CACHE_CONTROL -> {
        if (value.equals(ExchangeStoring.NO_STORE)) {
          ExchangeStoring.forbid(headers);
        } else {
          headers.set(name, value);
        }
      }
      case HttpHeaders.CONTENT_TYPE -> headers.set(name, contentType(value));
      case HttpHeaders.VARY -> headers.add(name, value);
      case HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN -> {
        if (headers.getFirst(name) == null) {
          headers.set(name, value);
        }
      }
      default -> headers.set(name, value);
    }
  }

  /** Where core knows of no type, Spring may, as a container does. */
  private String contentType(String ours) {
    String path = request.getPath().value();
    int parameter = path.indexOf(';', path.lastIndexOf('/') + 1);
    String name = parameter < 0 ? path : path.substring(0, parameter);
    return ours.equals(MediaType.APPLICATION_OCTET_STREAM_VALUE)
        ? MediaTypeFactory.getMediaType(name).map(MediaType::toString).orElse(ours)
        : ours;
  }

  private Publisher<DataBuffer> bytes(AssetResponse.Body body) {
    DataBufferFactory factory = response.bufferFactory();
    if (body.bytes().isPresent()) {
      ByteBuffer bytes = body.bytes().get();
      return Mono.fromSupplier(() -> factory.wrap(bytes));
    }
    return body.file().isPresent()
        ? file(body, body.file().get(), factory)
        : DataBufferUtils.outputStreamPublisher(
            out -> {
              try {
                body.writeTo(out);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            factory,
            Schedulers.boundedElastic()::schedule,
            CHUNK);
  }

  /** A file that changes while it is read is found out before its last buffer leaves. */
  private static Flux<DataBuffer> file(
      AssetResponse.Body body, AssetResponse.FileRange range, DataBufferFactory factory) {
    Flux<DataBuffer> read =
        DataBufferUtils.takeUntilByteCount(
            DataBufferUtils.readAsynchronousFileChannel(
                () -> AsynchronousFileChannel.open(range.file(), StandardOpenOption.READ),
                range.offset(),
                factory,
                CHUNK),
            range.length());
    LeftToSend left = new LeftToSend(range.length());
    return read.concatMap(
            buffer ->
                left.isLast(buffer)
                    ? verified(body, buffer).subscribeOn(Schedulers.boundedElastic())
                    : Mono.just(buffer),
            1)
        .concatWith(Mono.defer(left::end))
        .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
  }

  private static Mono<DataBuffer> verified(AssetResponse.Body body, DataBuffer last) {
    return Mono.fromCallable(
        () -> {
          try {
            body.verify();
            return last;
          } catch (IOException e) {
            DataBufferUtils.release(last);
            throw e;
          }
        });
  }

  /** Counts what has been read of a file; by one buffer after the other. */
  private static final class LeftToSend {
    private long bytes;

    LeftToSend(long bytes) {
      this.bytes = bytes;
    }

    boolean isLast(DataBuffer next) {
      bytes -= next.readableByteCount();
      return bytes <= 0;
    }

    /** A file that was cut off ends before; its answer may not look whole. */
    Mono<DataBuffer> end() {
      return bytes > 0 ? Mono.error(new IOException("the file was cut off")) : Mono.empty();
    }
  }
}
